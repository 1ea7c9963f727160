// What stands after # goes along to the page in the other language.

export function follow() {
  for (const link of document.querySelectorAll(".languages a")) link.hash = location.hash;
}
