// A template filled in on the page; what saves it as a Word file (`save.js`) is loaded when somebody does. Nothing is sent.
// A draft is kept on this device only after the reader asks for it.

import { counted } from "./counted.js";
import { element } from "./element.js";
import { load } from "./later.js";
import { canPack } from "./packing.js";
import { stored } from "./stored.js";

const form = document.querySelector("[data-fill]");
const part = (name) => form.querySelector(`[data-${name}]`);
const status = part("status");
const errors = part("errors");
const key = `draft${location.pathname}`;
// As the Word file counts them: first all fields, then all boxes.
const fields = canPack() ? [...form.querySelectorAll(".field")].map(fieldOf).map(built) : [];
const boxes = [...form.querySelectorAll("li input[type=checkbox]")];

// What a place to write in says of itself, before anything on the page is changed. What a day looks like is no name.
function fieldOf(place) {
  const prompt = place.textContent;
  const sort = place.className.match(/field-(\w+)/)[1];
  const marks = [...(place.closest("tr, p, li")?.querySelectorAll(".required") ?? [])];
  const around = whereOf(place);
  const asked = sort === "text" || sort === "long" ? [prompt] : [];
  const name = [...new Set([...around, ...asked])].join(", ") || prompt;
  return { place, prompt, sort, marks, name, short: around.join(", ") || prompt };
}

// The row, the column of a table with several, and the words before.
function whereOf(place) {
  const cell = place.closest("td");
  const around = cell ? [cell.cellIndex ? plain(cell.parentElement.cells[0]) : "", cell.dataset.column] : [];
  return [...around, before(place)].filter(Boolean);
}

function plain(element) {
  const copy = element.cloneNode(true);
  for (const other of copy.querySelectorAll(".required, .translation, sup")) other.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function before(place) {
  const block = place.closest("td, p, li");
  const range = document.createRange();
  const last = [...block.querySelectorAll(".field, .required, .translation")].findLast((one) => one.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (last) range.setStartAfter(last);
  else range.setStart(block, 0);
  range.setEndBefore(place);
  return range.toString().replace(/\s+/g, " ").replace(/[:,.]? *$/, "").trim();
}

function controlOf(sort, prompt) {
  if (sort === "date") return element("input", { type: "date" });
  if (sort !== "choice") return element("textarea", { rows: sort === "long" ? 3 : 1 });
  return element("select", {}, new Option(form.dataset.choose, ""), ...prompt.split(" / ").map((word) => new Option(word)));
}

function built(field, n) {
  const control = controlOf(field.sort, field.prompt);
  control.id = `field-${n + 1}`;
  control.ariaLabel = field.name;
  control.required = field.marks.length > 0;
  field.marks.forEach((mark, m) => (mark.id ||= `${control.id}-mark-${m}`));
  field.place.replaceChildren(element("span", { class: "hint" }, field.prompt), control);
  return describe({ ...field, control });
}

// What the law says of the row, and what is wrong with it, is read aloud with the field.
function describe(field, isEmpty = false) {
  const { control, marks, place } = field;
  place.querySelector(".error")?.remove();
  const error = element("span", { class: "error", id: `${control.id}-error` }, form.dataset.fix);
  if (isEmpty) place.append(error);
  control.ariaInvalid = isEmpty ? "true" : null;
  const ids = [...marks, ...(isEmpty ? [error] : [])].map(({ id }) => id);
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  return field;
}

const isEmpty = ({ control }) => control.required && !control.value.trim();

// The rows that the law demands and that are empty, above the paper: a line leads to each.
function refuse(empty) {
  for (const field of fields) describe(field, empty.includes(field));
  errors.hidden = !empty.length;
  if (!empty.length) return;
  errors.querySelector("p").textContent = counted(errors.dataset.forms, empty.length);
  errors.querySelector("ul").replaceChildren(...empty.map(leading));
  errors.focus();
}

function leading({ control, short, marks }) {
  const link = element("a", { href: `#${control.id}` }, short);
  link.addEventListener("click", (click) => {
    click.preventDefault();
    control.focus();
  });
  return element("li", {}, link, ` ${marks.map(({ textContent }) => textContent).join(", ")}`);
}

function answers() {
  const written = fields.map(({ control }, n) => [n + 1, control.value.trim()]);
  return new Map([...written, ...boxes.map(({ checked }, n) => [fields.length + n + 1, checked])]);
}

let saving = null;

async function save() {
  const empty = fields.filter(isEmpty);
  refuse(empty);
  status.textContent = "";
  if (empty.length) return;
  try {
    await (saving ??= load("saving"));
    form.dispatchEvent(new CustomEvent("save", { detail: answers() }));
  } catch {
    saving = null;
    status.textContent = status.dataset.failed;
  }
}

// A field is known by its name in a draft, for a template may get a new row.
function named() {
  const seen = new Map();
  const count = (name) => seen.set(name, (seen.get(name) ?? 0) + 1).get(name);
  const ticks = boxes.map((box) => [plain(box.closest("li")), box, "checked"]);
  return [...fields.map(({ name, control }) => [name, control, "value"]), ...ticks].map(([name, ...rest]) => [`${name} ${count(name)}`, ...rest]);
}

function remember() {
  const draft = Object.fromEntries(named().map(([name, control, what]) => [name, control[what]]));
  if (form.elements.keep.checked) stored((store) => store.setItem(key, JSON.stringify(draft)));
  else stored((store) => store.removeItem(key));
}

function recall() {
  const draft = stored((store) => JSON.parse(store.getItem(key)));
  form.elements.keep.checked = draft !== null;
  for (const [name, control, what] of named()) {
    if (typeof draft?.[name] === typeof control[what]) control[what] = draft[name];
  }
  fields.forEach(fit);
}

// As high as what is written in it, on the page and on paper.
function fit({ control }) {
  if (control.localName !== "textarea") return;
  control.style.height = "";
  if (control.scrollHeight > control.clientHeight) control.style.height = `${control.scrollHeight + 2}px`;
}

function write({ target }) {
  const field = fields.find(({ control }) => control === target);
  if (field) fit(field);
  if (field?.control.ariaInvalid && !isEmpty(field)) describe(field);
  remember();
}

function empty() {
  if (!confirm(form.dataset.sure)) return;
  form.reset();
  refuse([]);
  fields.forEach(fit);
  remember();
}

function oneLine(press) {
  const field = fields.find(({ control }) => control === press.target);
  if (press.key === "Enter" && field?.sort === "text") press.preventDefault();
}

if (canPack()) {
  recall();
  form.dataset.ready = "";
  form.addEventListener("input", write);
  form.addEventListener("keydown", oneLine);
  part("save").addEventListener("click", save);
  part("empty").addEventListener("click", empty);
  part("print").addEventListener("click", () => window.print());
  addEventListener("beforeprint", () => fields.forEach(fit));
} else {
  part("bar").hidden = part("how").hidden = true;
}
form.addEventListener("submit", (submit) => submit.preventDefault());
