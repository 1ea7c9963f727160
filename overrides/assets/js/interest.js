// The form of interest: says what is missing beside the field, sends without leaving the page, and never loses
// what was typed. When sending fails, or nobody answers in time, it offers the same words as an e-mail.

const PATIENCE = 20_000; // milliseconds

const form = document.querySelector("[data-interest]");
const status = form.querySelector("[data-status]");
const reach = form.elements.reach;

function message() {
  const lines = [...new FormData(form)].filter(([name, value]) => value && name !== "answer").map(([name, value]) => `${labelOf(name)}: ${value}`);
  return lines.join("\n");
}

function labelOf(name) {
  const field = form.querySelector(`[name="${name}"]`);
  const group = field.closest("fieldset")?.querySelector("legend");
  return (group ?? field.labels[0]).textContent.trim().replace(/\s+/g, " ");
}

function mailAddress() {
  const words = new URLSearchParams({ subject: form.dataset.subject, body: message() });
  return `mailto:${form.dataset.mail}?${words.toString().replaceAll("+", "%20")}`;
}

function isReachable() {
  const text = reach.value.trim();
  const good = form.elements.channel.value === "phone" ? /^\+?[\d ()-]{6,}$/ : /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
  return good.test(text);
}

function showError(wrong) {
  reach.setAttribute("aria-invalid", String(wrong));
  form.querySelector("#interest-reach-error").textContent = wrong ? reach.dataset.error : "";
}

function say(words, withMail = false) {
  status.textContent = words;
  if (!withMail) return;
  const link = document.createElement("a");
  link.href = mailAddress();
  link.textContent = form.dataset.mail || status.dataset.byMail;
  status.append(" ", link);
}

async function post() {
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), PATIENCE);
  const body = new URLSearchParams(new FormData(form));
  const answer = await fetch(form.action, { method: "POST", body, signal: waiting.signal });
  clearTimeout(timer);
  if (!answer.ok) throw new Error(answer.statusText);
}

async function send(submit) {
  submit.preventDefault();
  if (form.ariaBusy === "true") return;
  showError(!isReachable());
  if (!isReachable()) return reach.focus();
  if (form.action.startsWith("mailto:")) return location.assign(mailAddress());
  form.ariaBusy = "true";
  say(status.dataset.sending);
  try {
    await post();
    form.reset();
    say(status.dataset.sent);
  } catch {
    say(status.dataset.failed, true);
  }
  form.ariaBusy = "false";
}

form.noValidate = true;
form.addEventListener("submit", send);
form.addEventListener("change", (change) => change.target.name === "channel" && showError(false));
