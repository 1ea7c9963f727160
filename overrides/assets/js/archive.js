// The seminar archive: the whole list is on the page; what the reader chooses hides the rest of it.
// The choice stands in the address, so that it can be sent to somebody.

import { counted } from "./counted.js";

const root = document.querySelector("[data-archive]");
const form = root.querySelector("form");
const status = root.querySelector("[data-status]");
const rows = [...root.querySelectorAll("li")];
const fields = [...form.querySelectorAll("select")].map(({ name }) => name);

const key = (field) => (field === "year" ? "years" : field);
const plain = (text) => text.toLocaleLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/ø/g, "o").replace(/æ/g, "ae");

function matches(row, chosen) {
  const words = plain(chosen.get("words") ?? "").split(/\s+/).filter(Boolean);
  const text = plain(row.textContent);
  return words.every((word) => text.includes(word)) && fields.every((field) => has(row, field, chosen.get(field)));
}

function has(row, field, value) {
  return !value || row.dataset[key(field)].split(" ").includes(value);
}

function show() {
  const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  for (const row of rows) row.hidden = !matches(row, chosen);
  for (const section of root.querySelectorAll("section")) section.hidden = !section.querySelector("li:not([hidden])");
  const count = rows.filter((row) => !row.hidden).length;
  status.textContent = count ? counted(status.dataset.shown, count).replace("{all}", rows.length) : status.dataset.none;
  history.replaceState(null, "", chosen.size ? `#${chosen}` : location.pathname);
}

function readFragment() {
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    const field = form.elements.namedItem(name);
    if (field) field.value = value;
  }
}

readFragment();
show();
form.addEventListener("input", show);
form.addEventListener("submit", (submit) => submit.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
