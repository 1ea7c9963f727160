// Fetches what no reader waits for when the page is there and drawn once: a script of its own on the way costs a phone a second
// way there and back before it draws anything, and in the page it would be sent with each of them.
// It marks, before anything is drawn, an address that says what was chosen; who comes with one waits for what it says.

document.documentElement.toggleAttribute("data-asked", location.hash);
const bring = () => {
  for (const later of document.querySelectorAll("[data-afterwards]")) later.replaceWith(later.content);
};
// A frame that is ready is seen up to some fiftieths of a second later: Lighthouse saw two frames pass and nothing drawn.
if (location.hash) addEventListener("DOMContentLoaded", bring);
else addEventListener("load", () => setTimeout(bring, 200));
