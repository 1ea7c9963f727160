// Reads a page aloud with a voice that the device itself has for its language. A voice that lives at somebody else's would be
// sent the text; it is not used. Without a voice of its own the device shows no button.

const button = document.querySelector("[data-listen]"), speech = speechSynthesis;
const language = document.querySelector("article").lang || document.documentElement.lang;
const names = { nb: ["nb", "no"] }[language] ?? [language];
const PARTS = "h1, h2, h3, h4, p, li, dt, dd, th, td, figcaption";
const SILENT = "nav, form, button, sup, svg, .notes, .hidden, [hidden], [aria-hidden=true]";
const PAUSE = 80; // milliseconds between two parts

let isReading = false;

function ownVoice() {
  return speech.getVoices().find(({ localService, lang }) => localService && names.includes(lang.split(/[-_]/)[0].toLowerCase()));
}

// What is said, part by part: the innermost ones, as far as they are seen.
function* texts() {
  for (const part of document.querySelectorAll(`article :is(${PARTS})`)) {
    if (part.closest(SILENT) || part.querySelector(PARTS) || !part.checkVisibility()) continue;
    const copy = part.cloneNode(true);
    for (const silent of copy.querySelectorAll(SILENT)) silent.remove();
    const text = copy.textContent.trim().replace(/\s+/g, " ");
    if (text) yield text;
  }
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
