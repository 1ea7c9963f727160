// Fetches what no reader waits for when the page is there and drawn once: a script of its own on the way costs a phone a second
// way there and back before it draws anything, and in the page it would be sent with each of them.
// It marks, before anything is drawn, an address that says what was chosen.

document.documentElement.toggleAttribute("data-asked", location.hash);
addEventListener("load", () => requestAnimationFrame(() => setTimeout(() => {
  document.head.append(document.importNode(document.querySelector("[data-afterwards]").content, true));
})));
