// The self-check: what a firm lacks becomes a plan, first where the law demands something of it, two areas a month.
// scripts/campaign/self_check.py plans in the same way. The answers stand in the end of the address, which no server sees.

import { choose, chosen, fillIn } from "./address.js";
import { calendarEvent, isoDay, saveCalendar } from "./calendar.js";
import { counted } from "./counted.js";
import { element } from "./element.js";
import { concerns, firmOf, offers, readDuty } from "./firm.js";

const PER_MONTH = 2;
const MISSING = ["no", "partly"];

const root = document.querySelector("[data-self-check]");
const form = root.querySelector("form");
const result = root.querySelector("[data-result]");
const status = root.querySelector("[data-status]");
const missing = root.querySelector("p[data-open]");
const months = root.querySelector("[data-steps]");
const part = (name) => root.querySelector(`[data-${name}]`);
const questions = [...form.querySelectorAll("fieldset[data-question]")].map((fieldset) => ({
  fieldset,
  name: fieldset.dataset.question,
  duties: [...fieldset.querySelectorAll("[data-duty]")].map((row) => ({ row, name: row.dataset.duty, ...readDuty(row) })),
}));
const now = new Date();
const thisMonth = isoDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), 1))).slice(0, 7);
const inWords = new Intl.DateTimeFormat(root.dataset.language, { month: "long", year: "numeric", timeZone: "UTC" });
let start = thisMonth;
let steps = [];

export function monthAfter(month, count) {
  const [year, number] = month.split("-").map(Number);
  return isoDay(new Date(Date.UTC(year, number - 1 + count, 1))).slice(0, 7);
}

// `answers`: question → yes, partly or no.
export function plan(firm, answers, first) {
  const rank = ({ name, duties }) => (duties.length ? 0 : 2) + MISSING.indexOf(answers[name]);
  return questions
    .filter(({ name }) => MISSING.includes(answers[name]))
    .map((question) => ({ ...question, duties: question.duties.filter((duty) => concerns(duty, firm)) }))
    .sort((one, other) => rank(one) - rank(other))
    .map((step, n) => ({ ...step, month: monthAfter(first, Math.floor(n / PER_MONTH)) }));
}

const allAnswers = () => Object.fromEntries(new FormData(form));
const open = (answers) => questions.filter(({ name }) => !answers[name]);
const firm = () => firmOf(form, root.dataset.countries.split(" "));
const day = (month) => new Date(`${month}-01T12:00:00Z`);

const titleOf = ({ fieldset }) => fieldset.querySelector("legend").textContent;

function law({ fieldset, duties }) {
  const [words, list] = fieldset.querySelector("[data-law]").cloneNode(true).children;
  list.replaceChildren(...duties.map(({ row }) => row.cloneNode(true)));
  return [words, list];
}

function step(one) {
  const advice = one.fieldset.querySelector("[data-advice]").cloneNode(true).children;
  return element("li", {}, element("h4", {}, titleOf(one)), ...(one.duties.length ? law(one) : []), ...advice);
}

function monthOf(month) {
  const own = steps.filter((one) => one.month === month);
  return element("li", {}, element("h3", {}, inWords.format(day(month))), element("ul", {}, ...own.map(step)));
}

function words(all) {
  return steps.length ? counted(status.dataset.some, steps.length).replace("{all}", all) : status.dataset.all;
}

// What is not answered yet is said beside the button, marked, and met first.
function ask(unanswered) {
  missing.textContent = unanswered.length ? counted(missing.dataset.missing, unanswered.length) : "";
  for (const question of questions) question.fieldset.toggleAttribute("data-open", unanswered.includes(question));
  unanswered[0]?.fieldset.querySelector("input").focus();
}

function show() {
  steps = plan(firm(), allAnswers(), start);
  status.textContent = words(questions.length);
  months.replaceChildren(...[...new Set(steps.map(({ month }) => month))].map(monthOf));
  for (const kept of root.querySelectorAll("[data-keep]")) kept.hidden = !steps.length;
  const { country, employees, agreement, trade } = allAnswers();
  root.dataset.country = country;
  if (part("all-duties")) part("all-duties").hash = new URLSearchParams({ country, employees, agreement, trade });
  result.hidden = false;
  choose({ ...allAnswers(), from: start });
}

function submit(event) {
  event.preventDefault();
  const unanswered = open(allAnswers());
  ask(unanswered);
  result.hidden = unanswered.length > 0;
  if (unanswered.length) return;
  start = thisMonth;
  show();
  result.querySelector("h2").focus();
}

function readFragment() {
  const state = chosen();
  fillIn(form, (name, value) => offers(form, name, value));
  if (/^\d{4}-(0[1-9]|1[0-2])$/.test(state.get("from") ?? "")) start = state.get("from");
  if (state.size && !open(allAnswers()).length) show();
}

function event(one) {
  const today = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  const lines = [...one.duties.map(({ row }) => row), one.fieldset.querySelector("[data-advice] p")];
  return calendarEvent({
    uid: `${one.name}-${one.month}`,
    day: new Date(Math.max(day(one.month), today)),
    title: titleOf(one),
    text: lines.map(({ textContent }) => textContent.trim().replace(/\s+/g, " ")).join("\n"),
    anchor: location.hash.slice(1),
    alarm: titleOf(one),
  });
}

form.addEventListener("submit", submit);
form.addEventListener("reset", () => {
  result.hidden = true;
  start = thisMonth;
  ask([]);
  choose({});
});
part("save").addEventListener("click", () => saveCalendar(root.dataset.file, root.dataset.language, steps.map(event)));
part("print").addEventListener("click", () => window.print());
readFragment();
