// The form of interest: says what is missing beside the field, sends without leaving the page, and never loses
// what was typed. When sending fails, it offers the same words as an e-mail.

const form = document.querySelector("[data-interest]");
const status = form.querySelector("[data-status]");
const reach = form.elements.reach;

function message() {
  const lines = [...new FormData(form)].filter(([, value]) => value).map(([name, value]) => `${labelOf(name)}: ${value}`);
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
  if (!withMail || !form.dataset.mail) return;
  const link = document.createElement("a");
  link.href = mailAddress();
  link.textContent = form.dataset.mail;
  status.append(" ", link);
}

async function send(submit) {
  submit.preventDefault();
  showError(!isReachable());
  if (!isReachable()) return reach.focus();
  if (form.action.startsWith("mailto:")) return location.assign(mailAddress());
  try {
    const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    if (!answer.ok) throw new Error(answer.statusText);
    form.reset();
    say(status.dataset.sent);
  } catch {
    say(status.dataset.failed, true);
  }
}

form.noValidate = true;
form.addEventListener("submit", send);
form.addEventListener("change", (change) => change.target.name === "channel" && showError(false));
