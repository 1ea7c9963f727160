"""NAV: how many ads are open in a municipality, counted through the whole feed of events about ads.

The feed tells every change of every ad, so the last word on each ad decides. Only the count is taken.
"""

from collections.abc import Iterable, Iterator

from campaign.models.places import Query
from campaign.refresh.answers import Answer, Client, UnexpectedAnswer, group_at, list_at, text_at

UNIT = "antall"
DEFINITION = "Ledige stillinger som NAV deler (pam-stilling-feed), talt gjennom hele strømmen"
TOKEN = "/api/publicToken"
FIRST_PAGE = "/api/v1/"
# A page holds a thousand events; more pages than this is no feed of ads.
MOST_PAGES = 5000


def ask(query: Query, client: Client, today: str) -> Answer:
    """The number of open ads in `municipal`, as the feed writes the name: EKSEMPELBY."""
    return read(_pages(FIRST_PAGE + query.table, client), query.select["municipal"], today)


def read(pages: Iterable[object], municipal: str, today: str) -> Answer:
    """The answer in the pages of the feed, the oldest first."""
    latest: dict[str, tuple[str, str]] = {}
    for page in pages:
        for item in list_at(page, "items"):
            entry = group_at(item, "_feed_entry")
            latest[text_at(entry, "uuid")] = (text_at(entry, "status"), str(entry.get("municipal") or ""))
    if municipal not in {place for _, place in latest.values()}:
        raise UnexpectedAnswer("ODD_CODE", value=municipal, found="")
    return Answer(sum(found == ("ACTIVE", municipal) for found in latest.values()), UNIT, today, DEFINITION)


def _pages(path: str, client: Client) -> Iterator[object]:
    """The pages of the feed, each read when it is asked for; the public token stands in a text with a line above it."""
    token = next((line for line in reversed(client.text(TOKEN).split()) if line.count(".") == 2), None)
    if token is None:
        raise UnexpectedAnswer("ODD_HALF", value=TOKEN)
    for _ in range(MOST_PAGES):
        page = client.json(path, {}, {"Authorization": f"Bearer {token}"})
        yield page
        following = page.get("next_url") if isinstance(page, dict) else None
        if not following:
            return
        path = str(following)
    raise UnexpectedAnswer("ODD_MANY", value=FIRST_PAGE, count=MOST_PAGES)
