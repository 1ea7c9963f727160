// What a reader has chosen stands in the end of the address, and goes along to the page in the other language.
// Nothing of it is sent: a browser keeps what follows # to itself.

const plain = location.pathname + location.search;

export const chosen = () => new URLSearchParams(location.hash.slice(1));

export function choose(state) {
  const fragment = new URLSearchParams(state).toString().replaceAll("%2C", ",");
  history.replaceState(null, "", fragment ? `#${fragment}` : plain);
  follow();
}

// What a reader has filled in, for `choose`, and back into the form what it takes of an address.
export const filled = (form) => [...new FormData(form)].filter(([, value]) => value);

export function fillIn(form, takes = () => true) {
  for (const [name, value] of chosen()) {
    const field = form.elements.namedItem(name);
    if (field && takes(name, value)) field.value = value;
  }
}

// Called also when a page opens, for an address that somebody has kept.
export function follow() {
  for (const link of document.querySelectorAll(".languages a")) link.hash = location.hash;
}
