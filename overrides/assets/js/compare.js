// The comparison: two to four places that the reader chooses, side by side; with fewer, all of them.

import { choose, chosen } from "./address.js";

const FEWEST = 2;
const MOST = 4;
const root = document.querySelector("[data-compare]");
const form = root.querySelector("form");
const table = root.querySelector(".table-box");
const status = root.querySelector("[data-status]");
const boxes = [...form.querySelectorAll("[name=place]")];

const picked = () => boxes.filter((box) => box.checked).map((box) => box.value);

function show() {
  const names = picked();
  const few = names.length < FEWEST;
  for (const part of root.querySelectorAll("[data-place]")) part.hidden = !few && !names.includes(part.dataset.place);
  for (const box of boxes) box.disabled = names.length >= MOST && !box.checked;
  for (const head of root.querySelectorAll("[colspan]")) head.colSpan = 1 + (few ? boxes : names).length;
  table.dataset.columns = few ? "all" : names.length;
  status.textContent = few ? status.dataset.few : names.length >= MOST ? status.dataset.full : "";
}

function change() {
  show();
  choose(picked().length ? { place: picked().join(",") } : {});
}

// Another address may name places that there are not, or too many; the reader is told, and sees those that there are.
function read() {
  const names = (chosen().get("place") ?? "").split(",").filter(Boolean);
  const known = boxes.filter((box) => names.includes(box.value)).slice(0, MOST);
  for (const box of known) box.checked = true;
  return names.filter((name) => !boxes.some((box) => box.value === name));
}

const unknown = read();
show();
if (unknown.length) status.textContent = `${status.dataset.wrong.replace("{value}", () => unknown.join(", "))} ${status.textContent}`;
table.dataset.ready = "";
form.addEventListener("change", change);
