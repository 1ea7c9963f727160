// Search on the whole site in the page's language. The index lies beside the site, and nothing is sent to anybody;
// the words stand in the address, so that a search can be kept or sent on.

import { counted } from "./counted.js";

const root = document.querySelector("[data-search]");
const form = root.querySelector("form");
const status = root.querySelector("[data-status]");
const results = root.querySelector("[data-results]");
const MOST = 20;
let pagefind;

function entry({ url, meta, excerpt }) {
  const item = document.createElement("li");
  const title = document.createElement("a");
  title.href = url;
  title.textContent = meta.title;
  const text = document.createElement("p");
  text.innerHTML = `… ${excerpt} …`; // our own page's text, escaped by the index, with <mark> around the words found
  item.append(title, text);
  return item;
}

async function find(words) {
  pagefind ??= await import(new URL(root.dataset.index, location.href));
  const { results: found } = await pagefind.search(words);
  const pages = await Promise.all(found.slice(0, MOST).map((page) => page.data()));
  return { count: found.length, pages };
}

async function show() {
  const words = form.elements.q.value.trim();
  history.replaceState(null, "", words ? `#q=${encodeURIComponent(words)}` : location.pathname);
  if (!words) {
    status.textContent = "";
    return results.replaceChildren();
  }
  try {
    const { count, pages } = await find(words);
    results.replaceChildren(...pages.map(entry));
    const more = count > MOST ? ` ${status.dataset.best.replace("{most}", MOST)}` : "";
    status.textContent = (count ? counted(status.dataset.found, count) : status.dataset.none).replace("{words}", words) + more;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

form.elements.q.value = new URLSearchParams(location.hash.slice(1)).get("q") ?? "";
form.addEventListener("submit", (submit) => {
  submit.preventDefault();
  show();
});
show();
