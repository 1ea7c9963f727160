// The duties by size: all of them are on the page; the chosen country and number of employees hide the rest.
// The choice stands in the address, so that it can be sent to somebody. On paper every duty is unfolded.

import { choose, fillIn, filled } from "./address.js";
import { counted } from "./counted.js";
import { refusalOf } from "./limits.js";

const root = document.querySelector("[data-duties]");
const form = root.querySelector("form");
const status = root.querySelector("[data-status]");
const countries = [...root.querySelectorAll("[data-country]")];
const sizes = [...root.querySelectorAll("[data-employees]")];

function show() {
  const { country, employees } = Object.fromEntries(new FormData(form));
  const refused = refusalOf(form, root.dataset);
  const most = refused || !employees ? Infinity : Number(employees);
  for (const section of countries) section.hidden = Boolean(country) && section.dataset.country !== country;
  for (const section of sizes) section.hidden = Number(section.dataset.employees) > most;
  const shown = [...root.querySelectorAll("li")].filter((duty) => !duty.closest("section[hidden]")).length;
  status.textContent = refused || counted(status.dataset.shown, shown);
}

// An address that somebody has opened stays as it is: it may name a heading.
function change() {
  show();
  choose(filled(form));
}

function unfold() {
  for (const topic of root.querySelectorAll("details")) topic.open = true;
}

fillIn(form);
show();
form.addEventListener("input", change);
form.addEventListener("submit", (submit) => submit.preventDefault());
addEventListener("beforeprint", unfold);
