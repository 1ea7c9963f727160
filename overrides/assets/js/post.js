// Forms to somebody: what is wrong is listed on top, which takes the focus, and said beside each field. A message is sent
// without leaving the page, and what was typed is never lost: when sending fails, the same words can go as an e-mail.

import { counted } from "./counted.js";

const PATIENCE = 20_000; // milliseconds

const form = document.querySelector("[data-post]");
const status = form.querySelector("[data-status]");
const summary = form.querySelector("[data-errors]");
const checked = [...form.querySelectorAll("[data-error]")];

function message() {
  const lines = [...new FormData(form)].filter(([name, value]) => value && labelOf(name)).map(([name, value]) => `${labelOf(name)}: ${value}`);
  return lines.join("\n");
}

function labelOf(name) {
  const field = form.querySelector(`[name="${name}"]`);
  const group = field.closest("fieldset")?.querySelector("legend");
  return (group ?? field.labels?.[0])?.textContent.trim().replace(/\s+/g, " ");
}

function mailAddress() {
  const words = new URLSearchParams({ subject: form.dataset.subject, body: message() });
  return `mailto:${form.dataset.mail}?${words.toString().replaceAll("+", "%20")}`;
}

// One field takes an address or a number, whichever was chosen; of the others the browser knows.
function isRight(field) {
  if (field.name !== "reach") return field.validity.valid;
  const good = form.elements.channel.value === "phone" ? /^\+?[\d ()-]{6,}$/ : /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
  return good.test(field.value.trim());
}

function showError(field, isWrong) {
  field.setAttribute("aria-invalid", String(isWrong));
  form.querySelector(`#${field.id}-error`).textContent = isWrong ? field.dataset.error : "";
}

function showErrors(wrong) {
  for (const field of checked) showError(field, wrong.includes(field));
  summary.hidden = !wrong.length;
  summary.querySelector("p").textContent = counted(summary.dataset.errors, wrong.length);
  summary.querySelector("ul").replaceChildren(...wrong.map(itemOf));
  if (wrong.length) summary.focus();
}

function itemOf(field) {
  const item = document.createElement("li"), link = document.createElement("a");
  link.href = `#${field.id}`;
  link.textContent = field.dataset.error;
  item.append(link);
  return item;
}

function showStatus(words, withMail = false) {
  status.textContent = words;
  if (!withMail) return;
  const link = document.createElement("a");
  link.href = mailAddress();
  link.textContent = form.dataset.mail || status.dataset.byMail;
  status.append(" ", link);
}

// What became of it: the word that says so.
async function post() {
  try {
    const body = new URLSearchParams(new FormData(form));
    const answer = await fetch(form.action, { method: "POST", body, signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? "sent" : answer.status < 500 ? "refused" : "failed";
  } catch (error) {
    return error.name === "TimeoutError" ? "late" : "failed";
  }
}

async function send(submit) {
  submit.preventDefault();
  if (form.ariaBusy === "true") return;
  const wrong = checked.filter((field) => !isRight(field));
  showErrors(wrong);
  if (wrong.length) return;
  if (form.action.startsWith("mailto:")) return location.assign(mailAddress());
  form.ariaBusy = "true";
  showStatus(status.dataset.sending);
  const became = await post();
  if (became === "sent") form.reset();
  showStatus(status.dataset[became], became !== "sent");
  form.ariaBusy = "false";
}

// A number or an address: the device offers its own, and the keys that it takes.
function changed({ target }) {
  if (target.name === "channel") form.elements.reach.autocomplete = form.elements.reach.inputMode = target.value === "phone" ? "tel" : "email";
  for (const field of checked.filter(isRight)) showError(field, false);
}

form.noValidate = true;
form.addEventListener("submit", send);
form.addEventListener("input", changed); // before the next press, for what moves under a finger is missed
