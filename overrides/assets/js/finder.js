// Which place fits? The lists on the page are the table, and scripts/campaign/finder.py ranks the same way. Nothing is
// stored or sent; the answers of both people stand in the address: #a=lake,town*&b=forest, with * for what is important.

import { choose, chosen } from "./address.js";
import { counted } from "./counted.js";

const root = document.querySelector("[data-finder]");
const form = root.querySelector("form");
const strip = root.querySelector("[data-strip]");
const list = root.querySelector("[data-matches]");
const status = root.querySelector("[data-status]");
// What a trait is worth that a place has and is not known for, as in Python.
const PLAIN = 100;
const cards = root.querySelector("[data-places]").content;
const places = [...strip.children].map(({ dataset }) => dataset.place).sort();
const traits = new Map([...root.querySelectorAll("[data-trait]")].map((row) => [row.dataset.trait, row]));
const people = { a: new Map(), b: new Map() };

const reasonOf = (trait, place) => traits.get(trait).querySelector(`[data-place="${place}"]`);
const sum = (numbers) => numbers.reduce((all, number) => all + number, 0);
const stateOf = (reason) => (reason ? (Number(reason.dataset.points) ? "has" : "lacks") : "unknown");

function fit(place, answers) {
  const points = (trait) => Number(reasonOf(trait, place)?.dataset.points ?? traits.get(trait).dataset.expected);
  const gained = sum([...answers].map(([trait, weight]) => points(trait) * weight));
  return Math.floor((gained * 1000) / (PLAIN * sum([...answers.values()])));
}

export function rank(...answers) {
  const given = answers.filter(({ size }) => size);
  const asked = [...new Set(given.flatMap((one) => [...one.keys()]))];
  const matches = places.map((place) => {
    const fits = given.length ? given.map((one) => fit(place, one)) : [0];
    const byState = { has: [], lacks: [], unknown: [] };
    for (const trait of asked) byState[stateOf(reasonOf(trait, place))].push(trait);
    return { place, least: Math.min(...fits), total: sum(fits), byState };
  });
  return matches.sort((one, other) =>
    other.least - one.least || other.total - one.total || other.byState.has.length - one.byState.has.length
    || (one.place < other.place ? -1 : 1));
}

function explained({ place, byState }) {
  const card = cards.querySelector(`[data-place="${place}"]`).cloneNode(true);
  card.querySelector(".points").textContent = knows(byState);
  for (const [state, names] of Object.entries(byState)) {
    for (const trait of names) card.querySelector("ul").append(reason(trait, place, state));
  }
  return card;
}

function knows({ has, lacks, unknown }) {
  const all = has.length + lacks.length + unknown.length;
  return counted(list.dataset.knows, all).replace("{known}", all - unknown.length).replace("{has}", has.length);
}

function reason(trait, place, state) {
  const line = document.createElement("li");
  const found = reasonOf(trait, place);
  line.className = state;
  const told = found?.querySelector("[data-because]").textContent ?? traits.get(trait).dataset.unknown;
  line.append(told + remarks(trait, found), " ", found ? sourceOf(found) : "");
  return line;
}

// On paper nobody can follow a link, so it says where it leads.
function sourceOf(found) {
  const link = found.querySelector(".source-ref").cloneNode(true);
  link.dataset.printed = link.href.replace(/^\w+:\/\//, "");
  return link;
}

function remarks(trait, found) {
  const strong = Number(found?.dataset.points) > PLAIN && list.dataset.strong;
  const both = people.a.has(trait) && people.b.has(trait) && list.dataset.both;
  const joined = [strong, both].filter(Boolean).join(", ");
  return joined && ` (${joined})`;
}

function show() {
  const matches = rank(people.a, people.b);
  const asked = new Set([...people.a.keys(), ...people.b.keys()]).size;
  strip.dataset.asked = asked;
  strip.append(...matches.map(stood));
  list.replaceChildren(...(asked ? matches.map(explained) : []));
  root.querySelector("[data-result]").hidden = !asked;
  const best = cards.querySelector(`[data-place="${matches[0].place}"] a`).textContent;
  status.textContent = asked ? counted(status.dataset.some, asked).replace("{place}", best) : status.dataset.none;
}

function stood({ place, byState }) {
  const item = strip.querySelector(`[data-place="${place}"]`);
  item.querySelector("[data-has]").textContent = byState.has.length;
  item.querySelector("[data-of]").textContent = byState.has.length + byState.lacks.length + byState.unknown.length;
  return item;
}

// The form shows the answers of one person at a time, and what the other has answered.
const who = () => form.elements.who.value;

function fill() {
  for (const box of form.querySelectorAll("[name=trait]")) {
    const own = people[who()];
    box.checked = own.has(box.value);
    box.closest("p").querySelector("[name=important]").checked = own.get(box.value) === 2;
    box.closest("p").dataset.other = people[who() === "a" ? "b" : "a"].has(box.value);
  }
}

function answer() {
  const own = people[who()];
  own.clear();
  for (const box of form.querySelectorAll("[name=trait]:checked")) {
    own.set(box.value, box.closest("p").querySelector("[name=important]").checked ? 2 : 1);
  }
}

const written = (answers) => [...answers].map(([trait, weight]) => trait + (weight === 2 ? "*" : "")).join(",");

function read(person) {
  for (const word of (chosen().get(person) ?? "").split(",")) {
    const trait = word.replace(/\*$/, "");
    if (traits.has(trait)) people[person].set(trait, word === trait ? 1 : 2);
  }
}

function refresh() {
  fill();
  show();
  keep();
}

function keep() {
  choose(Object.entries(people).filter(([, answers]) => answers.size).map(([name, answers]) => [name, written(answers)]));
}

function changed({ target }) {
  if (target.name !== "who") answer();
  refresh();
}

function reset() {
  for (const answers of Object.values(people)) answers.clear();
  setTimeout(refresh); // the form is as new only after the event
}

function lead({ target }) {
  const place = target.closest("[data-place]")?.dataset.place;
  const card = list.querySelector(`[data-place="${place}"]`);
  card?.scrollIntoView();
  card?.querySelector("a").focus({ preventScroll: true });
}

Object.keys(people).forEach(read);
if (!people.a.size && !people.b.size) answer(); // what was ticked before this came
fill();
show();
if (!location.hash) keep();
strip.dataset.ready = "";
form.addEventListener("change", changed);
form.addEventListener("reset", reset);
strip.addEventListener("click", lead);
