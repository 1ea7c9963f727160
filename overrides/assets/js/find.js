// What every page can do and no reader waits for, so it comes when the page is drawn (`afterwards.js`). »/« or the link in the
// header opens the search, which is loaded then; until then, and without a script, the link leads to its page.

import { load } from "./later.js";

const link = document.querySelector("[data-find]"), said = document.createElement("p");

let loaded;

// What did not come is asked for again the next time.
function open(event) {
  event.preventDefault();
  (loaded ??= load("finding")).then(() => link.dispatchEvent(new Event("find")), () => (loaded = lead()));
}

// The page of the search can do without what did not come. Where that is not there either, a browser would put its own error
// in the place of what somebody reads: so it is told, and the page stays.
function lead() {
  fetch(link.href, { method: "HEAD" }).then(() => (location.href = link.href), say);
}

// What is read out is what changes in a place that is there.
function say() {
  document.body.append(Object.assign(said, { className: "notice", popover: "", role: "status" }));
  said.togglePopover?.(true);
  said.textContent = link.dataset.failed;
}

// A device with a voice of its own reads aloud, unless data is to be saved.
const voices = window.speechSynthesis;
function listen() {
  if (voices.getVoices().some(({ localService }) => localService)) voices.onvoiceschanged = load("listening") && null;
}
if (document.querySelector("[data-listening]") && voices && !navigator.connection?.saveData) (voices.onvoiceschanged = listen)();

// Paper says its day; what is printed before this comes says that of the edition.
addEventListener("beforeprint", () => {
  document.querySelector(".imprint span")?.replaceChildren(new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" }));
});

link.addEventListener("lost", lead);
link.addEventListener("click", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.shiftKey) open(event);
});
// A box to tick is an input too, and takes no letters.
addEventListener("keydown", (event) => {
  if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key === "/" && !event.target.matches(":read-write")) open(event);
});
