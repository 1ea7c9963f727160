// What holiday pay comes to, line by line, as scripts/campaign/holiday_pay.py computes it. The day, since when somebody is
// employed and when they were born stand in the form above, or are those of the example. What is written here stays in the page.

import { refusalOf } from "./limits.js";
import { line } from "./payroll.js";
import { ratesOn, refusal } from "./rates.js";

const WHOLE = 10000;
const DAY = 86400000;
const SWEDISH = ["se-holiday-days", "se-holiday-supplement", "se-holiday-variable", "se-holiday-percent"];
const dates = document.querySelector("[data-deadlines] .desk-form");
const parts = [...document.querySelectorAll("[data-holiday-pay]")];
const language = parts[0].dataset.language;
const words = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
const inWords = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });

const kronor = (amount) => (amount ? words.format(amount) : "–");
const timeOf = (iso) => Date.parse(`${iso}T00:00:00Z`);

function paidDays(days, { day, since, absence }) {
  const [year, month] = day.split("-").map(Number);
  const end = Date.UTC(month < 4 ? year - 1 : year, 3, 1);
  const start = Date.UTC(new Date(end).getUTCFullYear() - 1, 3, 1);
  const worked = Math.max(0, (end - (since ? Math.max(start, timeOf(since)) : start)) / DAY - absence);
  const length = (end - start) / DAY;
  return { name: "paid-days", amount: Math.ceil((worked * days) / length), terms: [[worked, WHOLE]], part: [days, length] };
}

function swedish(rates, asked) {
  const paid = paidDays(rates.get("se-holiday-days"), asked);
  const taken = Math.min(asked.days, paid.amount);
  const year = line("year", [[asked.earned, rates.get("se-holiday-percent")]]);
  return [
    paid,
    line("supplement", [[asked.pay, rates.get("se-holiday-supplement")]], [taken, 1]),
    line("variable", [[asked.variable, rates.get("se-holiday-variable")]]),
    year,
    line("share", [[year.amount, WHOLE]], [taken, Math.max(paid.amount, 1)]),
  ];
}

const isSenior = ({ day, born }) => Boolean(born) && Number(day.slice(0, 4)) - Number(born.slice(0, 4)) >= 60;
const holidayRate = ({ fifthWeek }) => (fifthWeek ? "no-holiday-pay-agreed" : "no-holiday-pay");
const norwegianNeeds = (asked) =>
  [holidayRate(asked), ...(isSenior(asked) ? ["no-holiday-pay-over-60", "no-base-amount"] : [])];

function norwegian(rates, asked) {
  const base = isSenior(asked) ? Math.min(asked.earned, 6 * rates.get("no-base-amount")) : 0;
  const holiday = line("holiday", [[asked.earned, rates.get(holidayRate(asked))]]);
  const senior = line("senior", [[base, rates.get("no-holiday-pay-over-60") ?? 0]]);
  return [holiday, senior, { name: "sum", amount: holiday.amount + senior.amount, terms: [], part: [1, 1] }];
}

const periodsOf = (part) => [...part.querySelectorAll("[data-rate]")];

// The base amount is that of the last day of the year before.
function ratesFor(part, day) {
  const periods = periodsOf(part);
  const rates = ratesOn(periods, day);
  const earlier = ratesOn(periods, `${Number(day.slice(0, 4)) - 1}-12-31`);
  rates.delete("no-base-amount");
  if (earlier.has("no-base-amount")) rates.set("no-base-amount", earlier.get("no-base-amount"));
  return rates;
}

// The lines of a country, as the tests compare them with Python's; none where rates are missing, and which.
export function holidayPay(country, asked) {
  const rates = ratesFor(parts.find(({ dataset }) => dataset.holidayPay === country), asked.day);
  const [needs, lines] = country === "SE" ? [SWEDISH, swedish] : [norwegianNeeds(asked), norwegian];
  const missing = needs.filter((name) => !rates.has(name));
  return { lines: missing.length ? [] : lines(rates, asked), missing };
}

function formula({ terms, part }) {
  const factors = terms.map(([base, rate]) => words.format(base) + (rate === WHOLE ? "" : ` × ${words.format(rate / 100)}\u00a0%`));
  const share = part[1] > 1 ? part.join("/") : part[0];
  return terms.length && part.join() !== "1,1" ? `${factors} × ${share}` : factors.join("");
}

function asked(part) {
  const { fifth_week: week, ...amounts } = Object.fromEntries(new FormData(part.querySelector("form")));
  const numbers = Object.entries(amounts).map(([name, value]) => [name, Number(value)]);
  const chosen = dates.elements.day.value;
  const [day, since, born] = ["day", "since", "born"].map((name) => (chosen ? dates.elements[name].value : part.dataset[name]));
  return { day, since, born, fifthWeek: Boolean(week), ...Object.fromEntries(numbers) };
}

function show(part) {
  const answers = asked(part);
  const refused = refusalOf(part.querySelector("form"), part.dataset);
  const { lines, missing } = refused ? { lines: [], missing: [] } : holidayPay(part.dataset.holidayPay, answers);
  for (const row of part.querySelectorAll("[data-line]")) {
    const found = lines.find(({ name }) => name === row.dataset.line);
    row.querySelector("[data-amount]").textContent = kronor(found?.amount);
    row.querySelector("[data-formula]").textContent = found ? formula(found) : "";
  }
  for (const agreed of part.querySelectorAll("[data-agreed]"))
    [agreed.hidden, agreed.previousElementSibling.hidden] = [!answers.fifthWeek, answers.fifthWeek];
  const text = part.querySelector("[data-missing-text]");
  text.textContent = missing.length
    ? refusal(part.dataset.missing, inWords.format(timeOf(answers.day)), missing, periodsOf(part)) : refused;
  text.hidden = !text.textContent;
}

const refresh = () => parts.forEach(show);

refresh();
for (const form of [dates, ...parts.map((part) => part.querySelector("form"))]) {
  form.addEventListener("input", refresh);
  form.addEventListener("submit", (submit) => submit.preventDefault());
}
