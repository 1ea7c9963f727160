// The move plan: shows the steps of the reader's case with real dates, and saves them as a calendar file.
// Everything stays on the page; ticks are kept on the device only after the reader asks for it.

import { choose, chosen } from "./address.js";
import { calendarEvent, isDay, isoDay, saveCalendar } from "./calendar.js";
import { counted } from "./counted.js";
import { stored } from "./stored.js";

const form = document.querySelector("[data-plan]");
const list = document.querySelector("[data-steps]");
const steps = [...list.children];
const periods = steps.map((step) => step.querySelector("[data-month]").textContent);
const key = `plan/${form.dataset.slug}`;
const status = form.querySelector("[data-status]");

const chosenCases = () => [...form.querySelectorAll("[name=case]:checked")].map((box) => box.value);
const ticks = () => [...document.querySelectorAll("[name=done]")];
const shown = () => steps.filter((step) => !step.hidden);
const moveDay = () => (isDay(form.elements.date.value) ? form.elements.date.value : "");

function dueDate(step) {
  const day = new Date(`${moveDay()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + Number(step.dataset.days));
  return day;
}

function showSteps() {
  const cases = chosenCases();
  for (const step of steps) {
    const wanted = step.dataset.cases.split(" ").filter(Boolean);
    step.hidden = wanted.length > 0 && !wanted.some((name) => cases.includes(name));
  }
}

function showDates() {
  const words = new Intl.DateTimeFormat(form.dataset.language, { dateStyle: "long", timeZone: "UTC" });
  for (const step of steps) {
    const time = document.createElement("time");
    if (moveDay()) {
      time.textContent = words.format(dueDate(step));
      time.dateTime = isoDay(dueDate(step));
    }
    step.querySelector("[data-date]").replaceChildren(time);
  }
}

// A month is named by its first step; without a day, the time before and after the move.
function showMonths() {
  const words = new Intl.DateTimeFormat(form.dataset.language, { month: "long", year: "numeric", timeZone: "UTC" });
  let last = "";
  for (const [n, step] of steps.entries()) {
    if (step.hidden) continue;
    const month = moveDay() ? words.format(dueDate(step)) : periodOf(n);
    step.querySelector("[data-month]").textContent = month === last ? "" : month;
    last = month;
  }
}

const periodOf = (n) => periods.slice(0, n + 1).findLast(Boolean);

function show() {
  showSteps();
  showDates();
  showMonths();
  form.querySelector("[data-save]").disabled = !moveDay();
  const text = moveDay() ? status.dataset.shown : status.dataset.choose;
  status.textContent = counted(text, shown().length);
}

// What somebody has just asked for stands open among what everybody does.
function openOwn({ name, value, checked }) {
  if (name !== "case") return;
  for (const step of steps.filter(({ dataset }) => dataset.cases.split(" ").includes(value))) {
    step.querySelector("details").open = checked;
  }
}

function change({ target }) {
  openOwn(target);
  show();
  keep();
}

function keep() {
  const state = {};
  if (moveDay()) state.date = moveDay();
  if (chosenCases().length) state.case = chosenCases().join(",");
  choose(state);
  remember();
}

function readFragment() {
  const state = chosen();
  if (isDay(state.get("date"))) form.elements.date.value = state.get("date");
  const cases = (state.get("case") ?? "").split(",");
  for (const box of form.querySelectorAll("[name=case]")) {
    box.checked ||= cases.includes(box.value); // what was ticked before this came stays
    if (box.checked) openOwn(box);
  }
  showNamedStep();
}

// The calendar leads to one step, `#djur-se`: it is shown also when it belongs to a case not chosen.
function showNamedStep() {
  const step = steps.find(({ id }) => id === location.hash.slice(1));
  const [name] = step?.dataset.cases.split(" ") ?? [];
  if (name) form.querySelector(`[name=case][value="${name}"]`).checked = true;
  if (step) step.querySelector("details").open = true;
}

function remember() {
  const done = ticks().filter((box) => box.checked).map((box) => box.value);
  if (form.elements.remember.checked) stored((store) => store.setItem(key, JSON.stringify({ done })));
  else stored((store) => store.removeItem(key));
}

function recall() {
  const kept = stored((store) => JSON.parse(store.getItem(key)));
  form.elements.remember.checked ||= kept !== null;
  for (const box of ticks()) box.checked = box.checked || Boolean(kept?.done?.includes?.(box.value));
}

// The number of a note says nothing in a calendar.
function withoutNotes(part) {
  const words = [...part.childNodes].filter(({ nodeName }) => nodeName !== "SUP");
  return words.map(({ textContent }) => textContent).join("").trim();
}

const titleOf = (step) => step.querySelector("h2").textContent.trim();

function event(step) {
  const text = [...step.querySelectorAll("[data-deadline], .step-points li")].map(withoutNotes);
  return calendarEvent({
    uid: `${step.id}-${form.dataset.slug}`,
    day: dueDate(step),
    title: titleOf(step),
    text: text.join("\n"),
    anchor: step.id,
    alarm: list.dataset.alarm.replace("{step}", titleOf(step)),
  });
}

const save = () => saveCalendar(form.dataset.slug, form.dataset.language, shown().map(event));

readFragment();
recall();
show();
if (!location.hash) keep(); // what was chosen before this came
for (const part of [form.elements.date, list]) part.dataset.ready = "";
form.addEventListener("change", change);
form.addEventListener("submit", (submit) => submit.preventDefault());
form.querySelector("[data-save]").addEventListener("click", save);
form.querySelector("[data-print]").addEventListener("click", () => window.print());
for (const box of ticks()) box.addEventListener("change", remember);
