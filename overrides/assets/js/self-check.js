// The self-check: what was answered with no comes first, then what was answered with partly; yes needs nothing.
// The questions and the advice are on the page already. Nothing is stored or sent.

import { counted } from "./counted.js";

const root = document.querySelector("[data-self-check]");
const form = root.querySelector("form");
const result = root.querySelector("[data-result]");
const status = root.querySelector("[data-status]");
const missing = root.querySelector("p[data-open]");
const steps = root.querySelector("[data-steps]");
const questions = [...form.querySelectorAll("fieldset")];

const answerTo = (question) => question.querySelector("input:checked")?.value;

/** The questions to work with, the most urgent first, in the order of the page within each answer. */
export function order(answers) {
  return ["no", "partly"].flatMap((wanted) => answers.flatMap((answer, n) => (answer === wanted ? [n] : [])));
}

function step(question) {
  const item = document.createElement("li");
  const title = document.createElement("h3");
  title.textContent = question.querySelector("legend").textContent;
  item.append(title, ...question.querySelector("[data-advice]").cloneNode(true).children);
  return item;
}

function words(answers) {
  const rest = order(answers).length;
  return rest ? counted(status.dataset.some, rest).replace("{all}", answers.length) : status.dataset.all;
}

/** What is not answered yet is said beside the button, marked, and met first. */
function ask(open) {
  missing.textContent = open.length ? counted(missing.dataset.missing, open.length) : "";
  for (const question of questions) question.toggleAttribute("data-open", open.includes(question));
  open[0]?.querySelector("input").focus();
}

function show(submit) {
  submit.preventDefault();
  const answers = questions.map(answerTo);
  const open = questions.filter((_, n) => !answers[n]);
  ask(open);
  result.hidden = open.length > 0;
  if (open.length) return;
  status.textContent = words(answers);
  steps.replaceChildren(...order(answers).map((n) => step(questions[n])));
  result.querySelector("h2").focus();
}

form.addEventListener("submit", show);
form.addEventListener("reset", () => {
  result.hidden = true;
  ask([]);
});
