// What a reader has chosen stands in the end of the address, and goes along to the page in the other language.
// Nothing of it is sent: a browser keeps what follows # to itself.

import { follow } from "./languages.js";

const plain = location.pathname + location.search;
let kept = location.hash;

export const chosen = () => new URLSearchParams(location.hash.slice(1));

export function choose(state) {
  const fragment = new URLSearchParams(state).toString().replaceAll("%2C", ",");
  kept = fragment && `#${fragment}`;
  keep();
}

function keep() {
  history.replaceState(null, "", kept || plain);
  follow();
}

// Who goes to a part of the page keeps what was chosen, for a copy of the address and for a page that is loaded again. Other
// answers in the address, pasted or gone back to, are read by a page that begins again; no browser may fill in the old ones.
addEventListener("hashchange", () => {
  if (document.querySelector(":target")?.checkVisibility()) return keep();
  for (const form of document.forms) form.autocomplete = "off";
  location.reload();
});

// What a reader has filled in, for `choose`, and back into the form what it takes of an address.
export const filled = (form) => [...new FormData(form)].filter(([, value]) => value);

export function fillIn(form, takes = () => true) {
  for (const [name, value] of chosen()) {
    const field = form.elements.namedItem(name);
    if (field && takes(name, value)) put(field, value);
  }
}

// What a field does not offer leaves it as it is.
function put(field, value) {
  const { value: before } = field;
  field.value = value;
  if (!field.value) field.value = before;
}

follow(); // for an address that somebody has kept
