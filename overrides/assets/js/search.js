// The search, on its page and in a dialog on every other. Nothing is sent to anybody: the index lies beside the site, and the
// words stand after # in the address, so that a search can be kept or sent on and no server sees it.

import { counted } from "./counted.js";
import { element } from "./element.js";
import { follow } from "./languages.js";
import { Index } from "./ranking.js";

// How many results are shown before the groups, and at all; a page that says much less than the best is not worth a line.
const BEST = 3, IN_DIALOG = 8, ON_PAGE = 22, LEAST = 0.08;
// Milliseconds after a key before a search, and after the first result before what else there is.
const PAUSE = 20, MEANWHILE = 20;
// How many letters of a question are repeated: all of a long one would stand where its answer does.
const REPEATED = 60;

// A sentence of ours with the words of a reader, of which `$&` are some like others.
const filled = (sentence, words) => sentence.replace("{words}", () => ([...words].length > REPEATED ? `${[...words].slice(0, REPEATED).join("").trimEnd()}…` : words));

const drawn = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, MEANWHILE)));

class Search {
  constructor(index, field, status, results, most, all) {
    Object.assign(this, { index, field, status, results, most, all, number: 0, base: new URL("../../", index.folder) });
    results.addEventListener("keydown", (event) => this.move(event));
    field.addEventListener("keydown", (event) => this.move(event));
  }

  word(word, words) {
    return filled(this.index.root.words[word], words);
  }

  at(address) {
    return new URL(address, this.base).href;
  }

  async show(words) {
    const number = ++this.number;
    if (!words) return this.put("", []);
    try {
      const { found, isWhole, meant } = await this.index.search(words);
      const worth = found.filter(({ weight }) => weight >= LEAST * found[0].weight);
      const shown = worth.slice(0, this.most);
      const first = await this.entries(shown.slice(0, 1));
      if (number !== this.number) return;
      const summary = isWhole ? filled(counted(JSON.stringify(this.index.root.found), worth.length), words) : this.word(worth.length ? "alike" : "none", words);
      const above = meant.map((pair) => this.meant(words, pair)), below = this.below(words, worth.length > shown.length, !worth.length);
      this.put(summary, [...above, ...this.list(first), ...below]);
      await drawn(); // what the others cost would keep the first from the reader
      const others = number === this.number ? await this.entries(shown.slice(1)) : [];
      if (number === this.number && others.length) this.add(others);
    } catch (error) {
      this.put(this.index.root?.words.failed ?? String(error), []);
    }
  }

  put(summary, nodes) {
    this.status.textContent = summary;
    this.results.replaceChildren(...nodes);
  }

  // The others, beside the first: who has gone to it by then stays there.
  add(entries) {
    const [list] = this.results.getElementsByTagName("ol");
    list.append(...entries.slice(0, BEST - 1).map((entry) => this.entry(entry)));
    list.after(...this.groups(entries.slice(BEST - 1)));
  }

  entries(found) {
    return Promise.all(found.map(async ({ page, section }) => ({ ...(await this.index.page(page)), section })));
  }

  list(entries) {
    return entries.length ? [element("ol", {}, ...entries.map((entry) => this.entry(entry)))] : [];
  }

  groups(entries) {
    return [...new Set(entries.map(({ kind }) => kind))].flatMap((kind) => [
      element("h2", {}, kind),
      ...this.list(entries.filter((entry) => entry.kind === kind)),
    ]);
  }

  entry({ address, title, description, kind, place, year, section, sections }) {
    const found = sections[section - 1], item = element("li", {}, element("a", { href: this.at(address) }, title));
    const about = [kind === this.index.root.words.other ? "" : kind, place, year].filter(Boolean).join(" · ");
    item.append(" ", element("span", { class: "about" }, about), element("p", {}, description));
    if (found) item.append(element("a", { href: this.at(`${address}#${found[0]}`), class: "section" }, found[1]));
    return item;
  }

  meant(words, [typed, meant]) {
    const others = words.toLowerCase().normalize("NFC").replace(/[\p{L}\p{N}]+/gu, (word) => (word === typed ? meant : word));
    return element("p", { class: "meant" }, element("a", { href: `${this.all}#${new URLSearchParams({ q: others })}` }, this.word("meant", meant)));
  }

  // Where it goes on: all results, a person, and the search in the other languages.
  below(words, hasMore, isEmpty) {
    const { contacts, others, words: say } = this.index.root, query = `#${new URLSearchParams({ q: words })}`;
    const links = [
      ...(hasMore && this.most === IN_DIALOG ? [element("a", { href: this.all + query }, say.all)] : []),
      ...(isEmpty && contacts ? [element("a", { href: this.at(contacts[0]) }, contacts[1])] : []),
      ...others.map(({ address, tag, words: summary }) => element("a", { href: this.at(address) + query, hreflang: tag }, summary)),
    ];
    return [element("ul", { class: "onward" }, ...links.map((link) => element("li", {}, link)))];
  }

  // The arrows go from the field through the results and back.
  move(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [this.field, ...this.results.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (next) event.preventDefault(), next.focus();
  }
}

function searchAsTyped(search, keep = () => {}) {
  let waiting;
  search.index.open().then(drawn).then(() => search.field.value || search.index.rehearse()).catch(() => {}); // while nobody waits
  search.field.addEventListener("input", () => {
    const words = search.field.value.trim();
    search.index.ahead(words).catch(() => {}); // tried again when they are searched for
    clearTimeout(waiting);
    const keepIfLast = () => search.field.value.trim() === words && keep(words);
    waiting = setTimeout(() => search.show(words).then(keepIfLast), PAUSE);
  });
}

function indexIn(folder) {
  const index = new Index(async (name) => {
    const answer = await fetch(new URL(name, folder));
    if (!answer.ok) throw new Error(answer.status);
    return answer.text();
  });
  return Object.assign(index, { folder });
}

let dialog;

async function openDialog(all, folder, sheet) {
  dialog ??= await makeDialog(all, folder, sheet);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
}

async function makeDialog(all, folder, sheet) {
  const style = element("link", { rel: "stylesheet", href: sheet });
  const styled = new Promise((...ends) => ["load", "error"].forEach((end, n) => style.addEventListener(end, ends[n])));
  document.head.append(style);
  const [index] = await Promise.all([indexIn(folder).open(), styled]), { words } = index.root;
  const field = element("input", { type: "search", name: "q", id: "find-words", autocomplete: "off", enterkeyhint: "search" });
  const close = element("button", { type: "button", class: "close" }, words.close);
  const form = element("form", { role: "search", "aria-label": words.title }, element("label", { for: "find-words" }, words.words), field, close);
  const status = element("p", { role: "status" }), results = element("div", { class: "results" });
  const made = element("dialog", { class: "finding", "aria-label": words.title }, form, status, results);
  document.body.append(made);
  close.addEventListener("click", () => made.close());
  made.addEventListener("click", (event) => event.target === made && made.close());
  field.addEventListener("keydown", (event) => event.key === "Escape" && made.close()); // it would empty the field first
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (field.value.trim()) location.href = `${all}#${new URLSearchParams({ q: field.value.trim() })}`;
  });
  searchAsTyped(new Search(index, field, status, results, IN_DIALOG, all));
  return made;
}

const link = document.querySelector("[data-find]"), at = (name) => new URL(link.dataset[name], document.baseURI).href;
link?.addEventListener("find", () => openDialog(link.href, at("index"), at("sheet")).catch(() => link.dispatchEvent(new Event("lost"))));

const root = document.querySelector("[data-search]");
if (root) {
  const form = root.querySelector("form"), field = form.elements.q, all = location.pathname;
  const index = indexIn(new URL(root.dataset.search, document.baseURI).href);
  const search = new Search(index, field, root.querySelector("[role=status]"), root.querySelector(".results"), ON_PAGE, all);
  // Who comes from elsewhere may have the words before the #; they stand behind it from now on.
  const asked = () => new URLSearchParams(location.hash.slice(1) || location.search).get("q");
  const keep = (words) => {
    history.replaceState(null, "", words ? `${all}#${new URLSearchParams({ q: words })}` : all);
    follow();
  };
  const answer = (words) => {
    field.value = words;
    keep(words.trim());
    return search.show(words.trim());
  };
  searchAsTyped(search, keep);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(field.value.trim());
    search.show(field.value.trim());
  });
  addEventListener("hashchange", () => answer(asked() ?? field.value)); // a link to a part of the page asks nothing
  answer(asked() || field.value); // what was typed before this came stays
}
