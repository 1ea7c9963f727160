// Reads a page aloud with a voice that the device itself has for its language. A voice that lives at somebody else's would be
// sent the text; it is not used. Without a voice of its own the device shows no button.

const button = document.querySelector("[data-listen]"), speech = speechSynthesis;
const language = document.querySelector("article").lang || document.documentElement.lang;
const names = { nb: ["nb", "no"] }[language] ?? [language];
const SILENT = "nav, form, button, select, textarea, sup, svg, .notes, .hidden, [hidden], [aria-hidden=true]";
const PAUSE = 80; // milliseconds between two parts

let isReading = false;

function ownVoice() {
  return speech.getVoices().find(({ localService, lang }) => localService && names.includes(lang.split(/[-_]/)[0].toLowerCase()));
}

// What is said, part by part: what stands in one block without another between, as far as it is seen.
function* texts() {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  let block, text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isSaid(node)) continue;
    const around = blockAround(node);
    if (around !== block) yield* said(text), (text = "");
    text += node.data;
    block = around;
  }
  yield* said(text);
}

const said = (text) => [text.replace(/\s+/g, " ").trim()].filter(Boolean);

function isSaid({ parentElement }) {
  return !parentElement.closest(SILENT) && parentElement.checkVisibility({ visibilityProperty: true });
}

// What the eye sees apart is said apart: the look knows, whatever the element is called.
function blockAround({ parentElement: element }) {
  while (getComputedStyle(element).display.startsWith("inline")) element = element.parentElement;
  return element;
}

function stop() {
  isReading = false;
  speech.cancel();
  show();
}

function read(parts) {
  const { value, done } = parts.next();
  if (done || !isReading) return stop();
  const utterance = new SpeechSynthesisUtterance(value);
  utterance.voice = ownVoice();
  utterance.lang = utterance.voice.lang;
  utterance.addEventListener("end", () => isReading && setTimeout(read, PAUSE, parts));
  utterance.addEventListener("error", () => isReading && stop());
  speech.speak(utterance);
}

function show() {
  button.dataset.voice = ownVoice() ? "there" : "";
  button.textContent = button.dataset[isReading ? "stop" : "listen"];
}

button.addEventListener("click", () => {
  if (isReading) return stop();
  isReading = true;
  show();
  read(texts());
});
addEventListener("keydown", ({ key }) => key === "Escape" && isReading && stop());
addEventListener("pagehide", () => isReading && stop());
speech.addEventListener("voiceschanged", show);
show();
