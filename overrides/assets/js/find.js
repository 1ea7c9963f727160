// What every page can do and no reader waits for, so it comes when the page is drawn (`afterwards.js`). »/« or the link in the
// header opens the search, which is loaded then; until then, and without a script, the link leads to its page.

import { load } from "./later.js";

const link = document.querySelector("[data-find]"), said = document.createElement("p");
Object.assign(said, { className: "notice", popover: "auto" }).setAttribute("role", "status");

let loaded;

async function open(event) {
  event.preventDefault();
  try {
    await (loaded ??= load("finding"));
    link.dispatchEvent(new Event("find"));
  } catch {
    loaded = null; // asked for again the next time
    lead();
  }
}

// The page of the search can do without what did not come. Where that is not there either, a browser would put its own error
// in the place of what somebody reads: so it is told, and the page stays.
async function lead() {
  const answer = await fetch(link.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (answer?.ok) location.href = link.href;
  else say(link.dataset.failed);
}

// What is read out is what changes in a place that is there.
function say(words) {
  document.querySelector("main").before(said);
  said.togglePopover?.(true);
  said.textContent = "";
  setTimeout(() => (said.textContent = words), 100);
}

// A device with a voice of its own reads aloud, unless data is to be saved.
const voices = window.speechSynthesis;
function listen() {
  if (voices.getVoices().some((voice) => voice.localService)) voices.onvoiceschanged = load("listening") && null;
}
if (document.querySelector("[data-listening]") && voices && !navigator.connection?.saveData) (voices.onvoiceschanged = listen)();

// Paper says its day; what is printed before this comes says that of the edition.
addEventListener("beforeprint", () => {
  for (const day of document.querySelectorAll(".imprint span")) day.textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
});

link.addEventListener("lost", lead);
link.addEventListener("click", (event) => {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
});
document.addEventListener("keydown", (event) => {
  const isWritten = event.target.matches(":read-write"); // a box to tick is an input too, and takes no letters
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWritten) open(event);
});
