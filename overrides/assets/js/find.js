// What every page can do and no reader waits for, so it comes when the page is drawn (`afterwards.js`). »/« or the link in the
// header opens the search, which is loaded then; until then, and without a script, the link leads to its page.

import { load } from "./later.js";

const link = document.querySelector("[data-find]");
const isWritten = (element) => element.closest("input, select, textarea, [contenteditable]");

let loaded;

async function open(event) {
  event.preventDefault();
  try {
    await (loaded ??= load("finding"));
    link.dispatchEvent(new Event("find"));
  } catch {
    location.href = link.href;
  }
}

// A device with a voice of its own reads aloud, unless data is to be saved.
const voices = window.speechSynthesis;
function listen() {
  if (voices.getVoices().some((voice) => voice.localService)) voices.onvoiceschanged = load("listening") && null;
}
if (document.querySelector("[data-listening]") && voices && !navigator.connection?.saveData) (voices.onvoiceschanged = listen)();

// Paper says its day.
addEventListener("beforeprint", () => {
  for (const day of document.querySelectorAll(".imprint span")) day.textContent = new Date().toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
});

link.addEventListener("click", (event) => {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWritten(event.target)) open(event);
});
