// My duties: the rows stand on the page by country and size, and are moved here to the time at which the firm meets them.
// scripts/campaign/duties.py chooses in the same way. Nothing is stored or sent; the answers stand in the address.

import { choose, fillIn } from "./address.js";
import { calendarEvent, isoDay, saveCalendar } from "./calendar.js";
import { counted } from "./counted.js";
import { element } from "./element.js";
import { concerns, firmOf, offers, readDuty } from "./firm.js";
import { refusalOf } from "./limits.js";

const root = document.querySelector("[data-my-duties]");
const form = root.querySelector("form");
const own = root.querySelector("[data-own]");
const groups = [...own.querySelectorAll("[data-time]")];
const rows = [...root.querySelectorAll(".duty")].map((row) => ({
  row,
  ...readDuty(row),
  recurs: recurrences(row),
  parts: [...row.querySelectorAll("[data-parts] li")].map((part) => ({ part, ...readDuty(part) })),
}));
const part = (name) => own.querySelector(`[data-${name}]`);

function recurrences({ dataset }) {
  return (dataset.recurs?.split(" ") ?? []).map((one) => {
    const [day, months, every] = one.split(":");
    return { day: Number(day), months: months.split(",").map(Number), every: Number(every) };
  });
}

export { concerns };

export const ownDuties = (firm) => rows.filter((duty) => concerns(duty, firm));

// Each day on which something comes again, the next time from today.
export function occasions(recurs, today) {
  const all = recurs.flatMap(({ day, months, every }) => months.map((month) => ({ every, date: coming(day, month, today) })));
  return all.sort((one, other) => one.date - other.date);
}

function coming(day, month, today) {
  const year = Number(today.slice(0, 4));
  const date = new Date(Date.UTC(year, month - 1, day));
  return isoDay(date) < today ? new Date(Date.UTC(year + 1, month - 1, day)) : date;
}

const now = new Date();
const today = isoDay(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
const inWords = new Intl.DateTimeFormat(root.dataset.language, { dateStyle: "medium", timeZone: "UTC" });

export function dueNext(duty, day) {
  return occasions(duty.recurs, day)[0]?.date;
}

const answers = () => firmOf(form, [...new Set(rows.map((duty) => duty.country))]);

const wordingOf = (name) => form.querySelector(`[name=${name}]:checked`).dataset.said;

function show() {
  const refused = refusalOf(form, root.dataset);
  if (refused) [part("count").textContent, part("of").textContent] = ["–", refused];
  else showOwn(answers());
}

function showOwn(firm) {
  const shown = ownDuties(firm);
  for (const group of groups) fill(group, shown.filter(({ row }) => row.dataset.at === group.dataset.time), firm);
  root.dataset.country = form.elements.country.value;
  part("count").textContent = counted(part("count").dataset.forms, shown.length);
  part("of").textContent = sentence(firm);
  part("days").textContent = counted(part("days").dataset.days, shown.flatMap(({ recurs }) => occasions(recurs, today)).length);
  showScale(firm);
  showNext(firm);
}

function sentence({ employees }) {
  return part("of").dataset.of
    .replace("{employees}", counted(part("of").dataset.employees, employees))
    .replace("{country}", wordingOf("country"))
    .replace("{agreement}", wordingOf("agreement"))
    .replace("{trade}", form.elements.trade.selectedOptions[0].textContent.toLowerCase());
}

function fill(group, duties, firm) {
  const first = (duty) => dueNext(duty, today) ?? Infinity;
  duties.sort((one, other) => first(one) - first(other) || rows.indexOf(one) - rows.indexOf(other));
  for (const duty of duties) narrow(duty, firm);
  group.querySelector("ul").replaceChildren(...duties.map(({ row }) => row));
  group.querySelector("[data-counted]").textContent = counted(part("count").dataset.forms, duties.length);
  group.hidden = !duties.length;
}

// The rules that belong to a row and concern somebody else are left out; the next day is that from the reader's today.
function narrow({ row, parts, recurs }, firm) {
  for (const rule of parts) rule.part.hidden = !concerns(rule, firm);
  if (parts.length) row.querySelector("[data-parts]").hidden = parts.every(({ part }) => part.hidden);
  const time = row.querySelector("time");
  if (!time) return;
  const { date } = occasions(recurs, today)[0];
  time.dateTime = isoDay(date);
  time.textContent = inWords.format(date);
}

// The numbers of employees at which something begins, in the countries chosen.
function thresholds(firm) {
  const everything = rows.flatMap((duty) => [duty, ...duty.parts]);
  const held = everything.filter((rule) => concerns({ ...rule, to: Infinity }, { ...firm, employees: Infinity }));
  return [...new Set(held.map(({ from }) => from))].sort((one, other) => one - other);
}

// What somebody has to do for the first time, or otherwise, with that many employees.
const beginsAt = (employees, firm) =>
  ownDuties({ ...firm, employees }).filter((duty) =>
    [duty, ...duty.parts.filter((rule) => concerns(rule, { ...firm, employees }))].some(({ from }) => from === employees));

function showScale(firm) {
  const steps = thresholds(firm);
  const reached = steps.filter((step) => step <= firm.employees).length - 1;
  const [low, high] = [steps[reached], steps[reached + 1]];
  const place = high ? (reached + (firm.employees - low) / (high - low)) / (steps.length - 1) : 1;
  const list = element("ol", {}, ...steps.map((step) => element("li", {}, element("b", {}, String(step)))));
  [...list.children].forEach((item, n) => item.classList.toggle("on", n <= reached));
  const you = element("p", {}, counted(part("scale").dataset.you, firm.employees));
  you.style.left = `clamp(2.2rem, ${(place * 100).toFixed(1)}%, 100% - 2.2rem)`;
  part("scale").replaceChildren(you, list);
}

function showNext(firm) {
  const next = thresholds(firm).find((step) => step > firm.employees);
  const box = part("next");
  box.querySelector("h2").textContent = next ? counted(box.dataset.forms, next) : box.dataset.none;
  box.querySelector("ul").replaceChildren(...(next ? beginsAt(next, firm) : []).map(({ row }) => element("li", {}, titleOf(row))));
}

const titleOf = (row) => row.querySelector(".task").textContent;

function change() {
  show();
  if (form.checkValidity()) choose(Object.fromEntries(new FormData(form)));
}

// A chapter and the calendar lead to one duty, `#se-gdpr-record`: then the firm is one that has it.
function showNamedDuty() {
  const duty = rows.find(({ row }) => row.id === location.hash.slice(1));
  if (!duty) return;
  form.elements.country.value = duty.country;
  form.elements.employees.value = Math.min(duty.to, Math.max(duty.from, answers().employees));
  if (duty.agreement) form.elements.agreement.value = duty.agreement;
  if (duty.trades) form.elements.trade.value = duty.trades[0];
  show();
  duty.row.closest(".event > details")?.toggleAttribute("open", true);
  duty.row.scrollIntoView();
}

function step({ target }) {
  const by = Number(target.dataset.step ?? 0);
  if (!by) return;
  form.elements.employees.value = Math.max(1, answers().employees + by);
  change();
}

// A day of each month comes as one event; a day of some months as one for each, which every calendar program understands.
function events({ row, recurs }) {
  return recurs.flatMap((one) => {
    const days = occasions([one], today);
    return one.months.length === 12
      ? [eventOf(row, days[0].date, "FREQ=MONTHLY")]
      : days.map(({ date, every }) => eventOf(row, date, `FREQ=YEARLY;INTERVAL=${every}`));
  });
}

function eventOf(row, day, rule) {
  return calendarEvent({
    uid: `${row.id}-${isoDay(day).slice(5)}`,
    day,
    rule,
    title: titleOf(row),
    text: `${row.querySelector(".law").textContent.trim()}\n${row.querySelector(".task a").href}`,
    anchor: row.id,
    alarm: root.dataset.alarm.replace("{duty}", titleOf(row)),
  });
}

function save() {
  saveCalendar(root.dataset.file, root.dataset.language, ownDuties(answers()).flatMap(events));
}

function toPaper() {
  for (const fold of own.querySelectorAll(".event > details")) fold.open = true;
  part("printed").textContent = part("printed").dataset.printed.replace("{date}", inWords.format(new Date(`${today}T12:00:00Z`)));
}

fillIn(form, (name, value) => offers(form, name, value));
show();
own.dataset.ready = "";
showNamedDuty();
form.addEventListener("input", change);
form.addEventListener("click", step);
form.addEventListener("submit", (submit) => submit.preventDefault());
part("save").addEventListener("click", save);
part("print").addEventListener("click", () => window.print());
addEventListener("beforeprint", toPaper);
