// The seminar archive: the whole list is on the page; what the reader chooses hides the rest of it.
// The choice stands in the address, so that it can be sent to somebody.

import { choose, fillIn, filled } from "./address.js";
import { counted } from "./counted.js";

const root = document.querySelector("[data-archive]");
const form = root.querySelector("form");
const status = root.querySelector("[data-status]");
const rows = [...root.querySelectorAll("li")];
const fields = [...form.querySelectorAll("select")].map(({ name }) => name);

const key = (field) => (field === "year" ? "years" : field);
const unmarked = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/æ/g, "ae");

function matches(row, wanted) {
  const words = unmarked(wanted.get("words") ?? "").split(/\s+/).filter(Boolean);
  const text = unmarked(row.textContent);
  return words.every((word) => text.includes(word)) && fields.every((field) => has(row, field, wanted.get(field)));
}

function has(row, field, value) {
  return !value || row.dataset[key(field)].split(" ").includes(value);
}

function show() {
  const wanted = new Map(filled(form));
  for (const row of rows) row.hidden = !matches(row, wanted);
  for (const section of root.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
  const count = rows.filter((row) => !row.hidden).length;
  status.textContent = count ? counted(status.dataset.shown, count).replace("{all}", rows.length) : status.dataset.none;
}

// An address that somebody has opened stays as it is: it may name a heading.
function change() {
  show();
  choose(filled(form));
}

fillIn(form);
show();
form.addEventListener("input", change);
form.addEventListener("submit", (submit) => submit.preventDefault());
form.addEventListener("reset", () => setTimeout(change));
