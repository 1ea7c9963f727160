"""Calendars read again."""

from proof.planting import list_faults

CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:a\r\nBEGIN:VEVENT\r\nUID:a\r\nDTSTAMP:20260101T000000Z\r\n"
    "DTSTART:20260101T000000Z\r\nSUMMARY:Te\r\n{}END:VEVENT\r\nEND:VCALENDAR\r\n"
)


def test_an_event_leads_to_pages_and_does_nothing_by_itself() -> None:
    """A link is let through; a link to a script, a file that comes along and an alarm are not."""
    lines = [
        "URL:https://exempel.example/\r\n",
        "URL:javascript:go()\r\n",
        "ATTACH:https://evil.example/a.exe\r\n",
        "BEGIN:VALARM\r\nACTION:AUDIO\r\nTRIGGER:-PT15M\r\nEND:VALARM\r\n",
    ]
    assert [[code for _, _, code, _ in list_faults("a.ics", CALENDAR.format(line))] for line in lines] == [
        [],
        ["OUT_VALUE"],
        ["OUT_ATTRIBUTE"],
        ["OUT_ELEMENT"],
    ]
