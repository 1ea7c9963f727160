// The search on every page: »/« or the link in the header opens it. All else is loaded then, and without it the link leads to
// the page of the search.

const link = document.querySelector("[data-find]");
const isWritten = (element) => element.closest("input, select, textarea, [contenteditable]");

// The tag waits in a template, with the digest by which a browser knows that the script is ours; an import has none.
function load(name) {
  const script = document.importNode(document.querySelector(`[data-${name}]`).content, true).firstElementChild;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

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
