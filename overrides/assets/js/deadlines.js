// Days that the law counts from another. The lengths of time stand on the page, from records with a date, and
// scripts/campaign/deadlines.py counts in the same way. Nothing is stored or sent; the answers stand in the address.

import { choose, fillIn, filled } from "./address.js";
import { calendarEvent, isDay, isoDay, saveCalendar } from "./calendar.js";
import { refusalOf } from "./limits.js";

const root = document.querySelector("[data-deadlines]");
const form = root.querySelector(".desk-form");
const panels = [...root.querySelectorAll("[data-group]")];
const status = root.querySelector("[data-status]");
const examples = new Map([...root.querySelectorAll("[data-deadline] time")].map((time) => [time, time.cloneNode(true)]));
const inWords = new Intl.DateTimeFormat(root.dataset.language, { weekday: "short", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

const dayOf = (text) => (isDay(text) ? new Date(`${text}T00:00:00Z`) : null);

export function later(day, { months = 0, weeks = 0, days = 0 }) {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month, Math.min(day.getUTCDate(), last) + weeks * 7 + days));
}

const haveGone = (years, start, day) => !years || Boolean(start && later(start, { months: 12 * years }) <= day);

const holds = (span, { day, since, born, people }) =>
  haveGone(span.since, since, day) && haveGone(span.born, born, day) && people >= span.people;

const firstOf = (year, month) => new Date(Date.UTC(year, month, 1));

function startOf(from, day) {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  if (from === "next-month") return firstOf(year, month + 1);
  if (from === "january") return firstOf(year, 0);
  return from === "april" ? firstOf(month < 3 ? year - 1 : year, 3) : day;
}

function dueDay({ counted_from: from, through, span, longer }, answers) {
  const { day } = answers;
  return later(later(startOf(from, day), longer.findLast((one) => holds(one, answers)) ?? span), { days: through ? -1 : 0 });
}

// Name of a deadline → its day, as the tests compare it with Python's.
export function computeDays(name, answers) {
  const panel = panels.find(({ dataset }) => dataset.group === name);
  return Object.fromEntries(rowsOf(panel).map((row) => [row.dataset.deadline, isoDay(dayFor(row, answers))]));
}

const rowsOf = (panel) => [...panel.querySelectorAll("[data-deadline]")];

function dayFor(row, { day, since, born, people }) {
  const answers = { day: dayOf(day), since: dayOf(since), born: dayOf(born), people: Number(people) || 1 };
  return dueDay(JSON.parse(row.dataset.counts), answers);
}

const answers = () => Object.fromEntries(new FormData(form));
const panel = () => panels.find(({ dataset }) => dataset.group === form.elements.what.value);

function show() {
  for (const one of panels) one.hidden = one !== panel();
  root.dataset.country = panel().dataset.country;
  const asked = panel().dataset.asked.split(" ");
  for (const field of form.querySelectorAll("[data-asked-for]")) field.hidden = !asked.includes(field.dataset.askedFor);
  form.querySelector("[data-day-label]").textContent = panel().dataset.asks;
  const refused = refusalOf(form, root.dataset);
  const day = refused ? null : dayOf(answers().day);
  for (const row of rowsOf(panel())) day ? fill(row, day) : exemplify(row);
  panel().querySelector("[data-example]").hidden = Boolean(day);
  root.querySelector("[data-save]").disabled = !day;
  status.textContent = refused || (day ? status.dataset.from.replace("{day}", inWords.format(day)) : status.dataset.choose);
}

// Without a day the dates are those of the example, as they were before somebody chose one.
function exemplify(row) {
  const time = row.querySelector("time");
  [time.dateTime, time.textContent] = [examples.get(time).dateTime, examples.get(time).textContent];
  row.querySelector("[data-note]").textContent = "";
}

// After its last day a rule gives no date; after the day of its next reading the page says so.
function fill(row, day) {
  const { until, review } = row.dataset;
  const over = until && isoDay(day) > until;
  const time = row.querySelector("time");
  const due = dayFor(row, answers());
  time.dateTime = over ? "" : isoDay(due);
  time.textContent = over ? "–" : inWords.format(due);
  row.querySelector("[data-note]").textContent = over ? row.dataset.over : isoDay(due) > review ? row.dataset.late : "";
}

function change() {
  show();
  choose(filled(form).filter(([name]) => !form.elements[name].closest("[hidden]")));
}

function eventOf(row) {
  const title = row.querySelector(".task").textContent;
  return calendarEvent({
    uid: `${panel().dataset.group}-${row.dataset.deadline}-${answers().day}`,
    day: dayFor(row, answers()),
    title,
    text: [row.querySelector(".law"), panel().querySelector("[data-words]")].map((one) => one.textContent.trim()).join("\n"),
    anchor: `what=${panel().dataset.group}`,
    alarm: root.dataset.alarm.replace("{duty}", title),
  });
}

function save() {
  const dated = rowsOf(panel()).filter((row) => row.querySelector("time").dateTime && !("unsaved" in row.dataset));
  saveCalendar(root.dataset.file, root.dataset.language, dated.map(eventOf));
}

fillIn(form, (name, value) => name !== "what" || panels.some(({ dataset }) => dataset.group === value));
show();
root.querySelector("[data-own]").dataset.ready = "";
form.addEventListener("input", change);
form.addEventListener("submit", (submit) => submit.preventDefault());
root.querySelector("[data-save]").addEventListener("click", save);
root.querySelector("[data-print]").addEventListener("click", () => window.print());
