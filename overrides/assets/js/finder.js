// Which place fits me? The list on the page is the table: places are ranked by the strength of the traits asked for,
// then by name, as scripts/campaign/finder.py does. Nothing is stored or sent; the answers stand in the address.

import { counted } from "./counted.js";

const root = document.querySelector("[data-finder]");
const form = root.querySelector("form");
const list = root.querySelector("[data-matches]");
const status = root.querySelector("[data-status]");
const places = [...root.querySelector("[data-places]").content.children];

const traitOf = (name) => root.querySelector(`[data-trait="${CSS.escape(name)}"]`);
const reasonOf = (trait, place) => traitOf(trait).querySelector(`[data-place="${place}"]`);
const wanted = () => [...new FormData(form).values()].filter(Boolean);

export function rank(traits) {
  const matches = places.map(({ dataset: { place } }) => ({
    place,
    points: traits.reduce((sum, trait) => sum + Number(reasonOf(trait, place)?.dataset.strength ?? 0), 0),
  }));
  return matches.sort((a, b) => b.points - a.points || (a.place < b.place ? -1 : 1));
}

function explained(match, traits) {
  const item = places.find(({ dataset }) => dataset.place === match.place).cloneNode(true);
  item.querySelector(".points").textContent = counted(list.dataset.points, match.points);
  for (const trait of traits) item.querySelector("ul").append(reason(trait, match.place));
  return item;
}

function reason(trait, place) {
  const line = document.createElement("li");
  const found = reasonOf(trait, place);
  line.className = found ? "has" : "lacks";
  line.append(...(found ? found.querySelector("[data-because]").cloneNode(true).childNodes : [traitOf(trait).dataset.lacking]));
  line.querySelectorAll("[id]").forEach((mark) => mark.removeAttribute("id")); // the note leads back to the first
  return line;
}

function show() {
  const traits = wanted();
  root.querySelector("[data-result]").hidden = traits.length === 0;
  root.querySelector("[data-plain]").hidden = traits.length > 0;
  list.replaceChildren(...rank(traits).map((match) => explained(match, traits)));
  status.textContent = traits.length ? counted(status.dataset.some, traits.length) : status.dataset.none;
  history.replaceState(null, "", traits.length ? `#${new URLSearchParams(new FormData(form))}` : location.pathname);
}

function readFragment() {
  for (const [question, trait] of new URLSearchParams(location.hash.slice(1))) {
    const answer = form.querySelector(`[name="${CSS.escape(question)}"][value="${CSS.escape(trait)}"]`);
    if (answer) answer.checked = true;
  }
}

readFragment();
form.hidden = false;
show();
form.addEventListener("change", show);
form.addEventListener("reset", () => setTimeout(show));
