// What an employee costs: the reader's own numbers, with the rates that hold on the day of payment. What is written stays in
// the page: it is not stored, not sent, and not put in the address.

import { refusalOf } from "./limits.js";
import { computeCost } from "./payroll.js";
import { hundredths, ratesOn, refusal } from "./rates.js";

const root = document.querySelector("[data-cost]");
const day = root.querySelector("[data-day]");
const periods = [...root.querySelectorAll("[data-rate]")];
const cards = [...root.querySelectorAll("[data-country]")];
const words = new Intl.NumberFormat(root.dataset.language, { maximumFractionDigits: 2 });
const dates = new Intl.DateTimeFormat(root.dataset.language, { dateStyle: "long", timeZone: "UTC" });

// Of what cannot be computed no old sum is left standing.
const NOTHING = { lines: [], illness: [], total: 0, illnessTotal: 0, missing: [] };

const kronor = (amount) => (amount ? words.format(amount) : "–");

export const costOn = (country, when, answers) => computeCost(country, ratesOn(periods, when), answers);

function asked(form, when) {
  const { pay, born, pension, insurance, agreement, zone, fifth_week: week } = Object.fromEntries(new FormData(form));
  return {
    pay: Number(pay), born: Number(born), year: Number(when.slice(0, 4)), pension: hundredths(pension ?? 0),
    insurance: Number(insurance), agreement, zone, fifthWeek: Boolean(week),
  };
}

function formula({ terms, part }) {
  const product = terms.map(([base, rate]) => `${words.format(base)} × ${words.format(rate / 100)}\u00a0%`).join(" + ");
  return product && part[1] > 1 ? `${product} × ${part.join("/")}` : product;
}

function fill(table, lines, sum) {
  for (const row of table.querySelectorAll("[data-line]")) {
    const line = lines.find(({ name }) => name === row.dataset.line);
    row.querySelector("[data-formula]").textContent = line ? formula(line) : "";
    row.querySelector("[data-amount]").textContent = kronor(line?.amount);
  }
  table.querySelector("[data-total]").textContent = kronor(sum);
}

function draw(card, lines, pay) {
  let start = 0;
  for (const bar of card.querySelectorAll("[data-bar]")) {
    const amount = lines.find(({ name }) => name === bar.dataset.bar)?.amount ?? 0;
    const length = pay ? (amount * 100) / pay : 0;
    bar.setAttribute("x", start);
    bar.setAttribute("width", length);
    start += length;
  }
}

// Who has a collective agreement chooses no pension.
function fit(form) {
  const { agreement, pension } = form.elements;
  if (agreement) pension.disabled = agreement.value !== "none";
}

function show(card, when) {
  const form = card.querySelector("[data-asked]");
  fit(form);
  const refused = refusalOf(day, root.dataset) || refusalOf(form, root.dataset);
  const answers = asked(form, when);
  const { lines, illness, total, illnessTotal, missing } = refused ? NOTHING : costOn(card.dataset.country, when, answers);
  const part = (name) => card.querySelector(`[data-${name}]`);
  fill(card.querySelector('[data-lines="month"]'), lines, total);
  fill(card.querySelector('[data-lines="illness"]'), illness, illnessTotal);
  draw(card, lines, answers.pay);
  part("sum").textContent = kronor(total);
  part("illness").textContent = kronor(illnessTotal);
  part("per").textContent = total && answers.pay ? words.format(Math.round((total * 100) / answers.pay)) : "–";
  const why = missing.length ? refusal(root.dataset.missing, dates.format(new Date(when)), missing, periods) : refused;
  part("missing-text").hidden = !why;
  part("missing-text").textContent = why;
}

function refresh() {
  for (const card of cards) show(card, day.elements.paid.value);
}

// A page that was made yesterday computes with today.
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0")).join("-");
if (day.elements.paid.value === day.elements.paid.defaultValue) day.elements.paid.value = today;
refresh();
for (const form of [day, ...cards.map((card) => card.querySelector("form"))]) {
  form.addEventListener("input", refresh);
  form.addEventListener("submit", (submit) => submit.preventDefault());
}
