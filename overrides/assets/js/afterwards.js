// Fetches what no reader waits for when the page is there and drawn once: a script of its own on the way costs a phone a second
// way there and back before it draws anything, and in the page it would be sent with each of them.
// It marks, before anything is drawn, an address that says what was chosen.

document.documentElement.toggleAttribute("data-asked", location.hash);
const bring = () => {
  for (const waiting of document.querySelectorAll("[data-afterwards]")) waiting.replaceWith(document.importNode(waiting.content, true));
};
// A frame is shown when the next one begins; but who comes with an answer in the address waits for what it says.
if (location.hash) addEventListener("DOMContentLoaded", bring);
else addEventListener("load", () => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(bring))));
