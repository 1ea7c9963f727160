// Calendar files as RFC 5545 wants them: whole days, each with a reminder a week before; a rule says when a day comes again.

// A date field takes a year of six digits too, and one of the Vikings; of these no calendar knows.
export const isDay = (text) => /^(19|20|21)\d\d-\d{2}-\d{2}$/.test(text);
export const isoDay = (date) => date.toISOString().slice(0, 10);

const compact = (date) => isoDay(date).replaceAll("-", "");
const escaped = (text) => text.replace(/([\\;,])/g, "\\$1").replace(/\s*\n\s*/g, "\\n");

// A line has at most 75 octets; the rest goes on the next line after a space.
function folded(line) {
  const encoder = new TextEncoder();
  const lines = [""];
  for (const character of line) {
    const room = lines.length > 1 ? 74 : 75;
    if (encoder.encode(lines.at(-1) + character).length > room) lines.push("");
    lines[lines.length - 1] += character;
  }
  return lines.join("\r\n ");
}

export function calendarEvent({ uid, day, title, text, anchor, alarm, rule }) {
  const next = new Date(day);
  next.setUTCDate(next.getUTCDate() + 1);
  return [
    "BEGIN:VEVENT",
    `UID:${uid}@${location.hostname || "plan"}`,
    `DTSTAMP:${new Date().toISOString().replace(/[-:]|\.\d+/g, "")}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(next)}`,
    ...(rule ? [`RRULE:${rule}`] : []),
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(text.replace(/[ \t]+/g, " "))}`,
    `URL:${location.href.split("#")[0]}#${anchor}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-P7D",
    `DESCRIPTION:${escaped(alarm)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

export function saveCalendar(name, language, events) {
  const head = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${location.hostname || "plan"}//plan//${language}`];
  const lines = [...head, ...events.flat(), "END:VCALENDAR"].map(folded).join("\r\n") + "\r\n";
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([lines], { type: "text/calendar" }));
  link.download = `${name}.ics`;
  link.click();
  URL.revokeObjectURL(link.href);
}
