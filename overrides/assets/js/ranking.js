// What a query finds. `load` fetches a file of the index. No page is touched here, so tests run this very code.

import { bits, count, distance, fold } from "./spelling.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const NUMBERS = new Map([...LETTERS].map((letter, number) => [letter, number]));
// What a match counts that is not the word itself: without its marks, the same where the word itself is there too, its beginning, by one
// slip and by two.
const UNMARKED = 0.9, OTHER = 0.4, BEGINNING = 0.6, SLIPS = [1, 0.7, 0.5];
// What is left of »til« and of »sverige« in »til sverige«.
const WITHIN = 0.25;
// A page with half the weight of the best says more than half of it.
const SATURATION = 0.6, COVERAGE = 0.35;
// What »i Norge« says of »till Norge«; a country or region, a town, and one of several, where something else is looked for; and what is
// left of a plan that leads elsewhere.
const AT = 0.3, PLACED = 0.8, TOWN = 1.6, BETWEEN = 0.6, ELSEWHERE = 0.4;
// From how many letters a word is a compound sooner than a slip, by how many stems differ where only an ending does, and how many leaves
// of the index one word may want beside its own; how many words may be one term; and how many letters are told that follow a small one.
const LONG = 10, ENDING = 2, MOST = 3, COUNTS = [4, 3, 2], FOLLOWING = 2;

// A term without its marks; computed once, and only of those that are looked at.
const folded = (term) => (term.folded ??= fold(term.written.toLowerCase()));
const numbered = (name, number, digest) => `${name.replace("#", String(number).padStart(3, "0"))}?${digest}`;
// From where to where what begins as a word, or as its stem, stands in the index.
const beginning = (key) => [key.slice(0, Math.max(3, key.length - 4)), `${key}\uffff`];

// Of a text with a word a line: whether it has a word, those that begin with a letter, and those that end in some.
const has = (words, word) => words.includes(`\n${word}\n`);
function initial(words, letter) {
  const last = words.lastIndexOf(`\n${letter}`);
  return last < 0 ? [] : words.slice(words.indexOf(`\n${letter}`) + 1, words.indexOf("\n", last + 1)).split("\n");
}
function ending(words, letters) {
  const found = [];
  for (let end = words.indexOf(`${letters}\n`); end >= 0; end = words.indexOf(`${letters}\n`, end + 1)) found.push(words.slice(words.lastIndexOf("\n", end) + 1, end + letters.length));
  return found;
}

export class Index {
  constructor(load) {
    this.load = load;
    this.files = new Map();
  }

  async open() {
    const root = await this.file("index.json", JSON.parse);
    if (this.root) return this;
    this.root = root;
    this.endings = new RegExp(this.root.endings, "u");
    this.empty = new Set(this.root.empty.split(" "));
    [this.names, this.towns, this.plans] = [this.root.places, this.root.towns, this.root.plans].map((list) => new Set(list));
    const { to, from, at, of, people, heaviest, joined } = this.root;
    for (const words of [of, people]) Object.setPrototypeOf(words, null); // »constructor« is a word like others
    this.within = new Map(Object.entries(this.root.within).flatMap(([country, words]) => [country, ...words.split(" ")].map((word) => [word, country])));
    this.following = new Map(Object.entries(joined).map(([word, letters]) => [word, new Set(letters.split(" "))]));
    this.weights = Array.from(LETTERS, (_, number) => (1 + heaviest) ** (number / (LETTERS.length - 1)) - 1);
    this.ways = new Map([...to.map((word) => [word, [">", 1]]), ...at.map((word) => [word, [">", AT]]), ...from.map((word) => [word, ["<", 1]])]);
    return this;
  }

  // A search in an index of one name on many pages, so that a slow processor has read this code before somebody searches.
  async rehearse() {
    const [name] = this.names, [at] = this.root.at, files = new Map([["index.json", this.file("index.json")]]);
    const trial = Object.assign(new Index(), this, { files, load: async () => `${name}\t\t${"AA".repeat(99)}\n` });
    await trial.search(`${at} ${name} ${name}xx`);
  }

  stem(word) {
    const [, noun, other = word] = this.endings.exec(word) ?? [];
    return noun ?? other;
  }

  // A file as it is used: fetched and read once, unless that fails.
  file(name, read) {
    const made = this.files.get(name) ?? this.load(name).then(read);
    this.files.set(name, made);
    made.catch(() => this.files.delete(name));
    return made;
  }

  // The leaves whose terms lie from one beginning to another, by their unmarked letters.
  leaves(from, to = from) {
    const { starts, leaves } = this.root;
    const after = starts.findIndex((start) => start >= from), first = Math.max((after < 0 ? starts.length : after) - 1, 0);
    let last = first;
    while (last + 1 < starts.length && starts[last + 1] <= to && last - first < MOST) last++;
    return leaves.slice(first, last + 1).map((digest, n) => this.file(numbered("terms-#.txt", first + n, digest), (text) => text.split("\n").slice(0, -1)));
  }

  // Those terms. A line is read when it is looked at.
  async terms(from, to = from) {
    return (await Promise.all(this.leaves(from, to))).flatMap((lines) => {
      let low = 0;
      for (let high = lines.length, middle; low < high;) {
        middle = (low + high) >> 1;
        this.term(lines, middle).place < from ? (low = middle + 1) : (high = middle);
      }
      const found = [];
      while (low < lines.length && this.term(lines, low).place <= to) found.push(lines[low++]);
      return found;
    });
  }

  term(lines, n) {
    if (typeof lines[n] === "string") {
      const [stem, written, places] = lines[n].split("\t"), key = fold(stem);
      lines[n] = { stem, key, place: "<>".includes(stem[0]) ? key.slice(1) : key, written: written || stem, places };
    }
    return lines[n];
  }

  // Page, what the term weighs there and in which section, one after the other: a common word stands on hundreds of pages.
  places(term) {
    if (typeof term.places !== "string") return term.places;
    const found = [], { places } = term;
    for (let at = 0, page = -1, steps = 0; at < places.length; at++) {
      const weight = this.weights[NUMBERS.get(places[at])];
      if (weight === undefined) steps = 10 * steps + Number(places[at]);
      else found.push((page += steps + 1), weight, NUMBERS.get(places[++at])), (steps = 0);
    }
    return (term.places = found);
  }

  async page(number) {
    const { size, chunks } = this.root, at = Math.floor(number / size);
    const rows = await this.file(numbered("pages-#.json", at, chunks[at]), JSON.parse);
    const [address, title, description, kind, place, year, sections] = rows[number % size];
    return { address, title, description, kind: this.root.kinds[kind], place, year, sections };
  }

  async exactly(stem) {
    const way = "<>".includes(stem[0]) ? stem[0] : "", key = fold(stem.slice(way.length));
    const found = (await this.terms(key)).filter((term) => term.key === way + key);
    const same = found.filter((term) => term.stem === stem), others = found.filter((term) => term.stem !== stem);
    const hasMarks = fold(stem) !== stem;
    return [...same.map((term) => ({ term, share: 1 })), ...(same.length && hasMarks ? [] : others).map((term) => ({ term, share: same.length ? OTHER : UNMARKED }))];
  }

  // All that the index has, without its marks and in order. One file says it all of a word that is in none of its own leaves.
  vocabulary() {
    return this.file(`vocabulary.txt?${this.root.vocabulary}`, (text) => text);
  }

  // Itself or what begins with it, else what is nearly written so, else its parts.
  async word(word) {
    const stem = this.stem(word), key = fold(word), own = await this.exactly(stem);
    // What is more than twice as long says little of a word that the index has.
    const most = own.length ? 2 * key.length : Infinity, isBegun = (term) => (term.key.startsWith(key) || key.startsWith(term.key)) && folded(term).startsWith(key);
    const begun = key.length > 2 ? (await this.terms(...beginning(key))).filter((term) => term.key.length <= most && isBegun(term)) : [];
    const longer = begun.map((term) => ({ term, share: BEGINNING * (key.length / Math.max(term.key.length, key.length)) * (own.length ? 0.5 : 1) }));
    // A place in one of the countries is no slip for another word.
    if (own.length || longer.length || this.within.has(stem)) return { found: [...own, ...longer], isWhole: own.length > 0 };
    const known = await this.vocabulary(), beside = this.beside(word, known);
    // A long word is a compound sooner than two slips, but one slip sooner than a compound: »permitering« is no »permit«.
    const both = key.length >= LONG && !beside.some(([, steps]) => steps === 1) ? await this.bothParts(word, known, true) : [];
    if (both.length) return { found: both };
    const near = await this.nearly(word, beside);
    const parts = near.steps === 1 ? [] : await this.parts(word, known);
    return parts.length ? { found: parts } : near;
  }

  // »språkkurs« finds »kurs« or »språk«, most of all both; `isMarked` wants both with their marks, for what lacks them may be a slip.
  async bothParts(word, known, isMarked = false) {
    const isKnown = (part) => has(known, fold(this.stem(part)));
    const look = async (part) => (await this.exactly(this.stem(part))).filter(({ share }) => share === 1 || !isMarked);
    for (let end = 3; end <= word.length - 3; end++) {
      const parts = [word.slice(end), word.slice(0, end).replace(/(?<=...)s$/u, "")];
      const [last, first] = parts.every(isKnown) ? await Promise.all(parts.map(look)) : [[], []];
      if (first.length && last.length) return [...last, ...first].map(({ term }) => ({ term, share: 0.5 }));
    }
    return [];
  }

  // Of »pappapermisjon« the last part will do, at its usual lengths.
  async parts(word, known) {
    const both = await this.bothParts(word, known);
    for (let end = Math.max(3, word.length - 9); !both.length && end <= word.length - 5; end++) {
      const stem = this.stem(word.slice(end)), last = has(known, fold(stem)) ? await this.exactly(stem) : [];
      if (last.length) return last.map(({ term }) => ({ term, share: 0.4 }));
    }
    return both;
  }

  // How many slips a word may have, and whether another that is so many slips away may be meant.
  slips(word) {
    const key = fold(word), most = key.length < 4 ? 0 : key.length < 7 ? 1 : 2;
    return { key, stem: fold(this.stem(word)), most, isAlike: (one, steps) => steps <= most && ((steps < 2 && key.length > 5) || one[0] === key[0]) };
  }

  // The stems of the vocabulary that are nearly as a word or its stem, each with the slips between them.
  beside(word, known) {
    const { key, stem, most, isAlike } = this.slips(word), letters = bits(stem);
    if (!most) return [];
    const isNear = (one) => Math.abs(one.length - stem.length) <= most + ENDING && count(letters ^ bits(one)) <= 2 * most + ENDING;
    // One slip in the first letter leaves all after the second as it is.
    return [...initial(known, key[0]), ...ending(known, stem.slice(2))].filter(isNear)
      .map((one) => [one, Math.min(distance(stem, one, most), distance(key, one, most))]).filter((pair) => isAlike(...pair));
  }

  async nearly(word, beside) {
    const { key, stem, most, isAlike } = this.slips(word);
    if (!most) return { found: [] };
    const closest = Math.min(...beside.map(([, steps]) => steps));
    // Those, and what begins so and has another ending.
    const ranges = [beginning(key), ...beside.filter(([, steps]) => steps === closest).map(([one]) => [one])];
    const near = (await Promise.all(ranges.map((range) => this.terms(...range)))).flat();
    const measured = [...new Set(near)].filter((term) => !"<>".includes(term.stem[0])).map((term) => {
      const steps = Math.min(distance(key, folded(term), most), distance(stem, term.key, most));
      return { term, steps, share: SLIPS[steps] };
    }).filter(({ term, steps }) => isAlike(term.key, steps));
    const least = Math.min(...measured.map(({ steps }) => steps));
    const nearest = measured.filter(({ steps }) => steps === least), begun = nearest.filter(({ term }) => term.key[0] === key[0]);
    const found = begun.length ? begun : nearest;
    const heaviest = ({ term }) => Math.max(...this.places(term).filter((_, n) => n % 3 === 1));
    found.sort((one, other) => heaviest(other) - heaviest(one));
    return { found: found.slice(0, 3), steps: least, meant: found[0]?.term.written };
  }

  // »bor i Sverige« leads away from it, if there is another place, »till Norge« to it. Who lives here and works there does not move.
  way(terms, n) {
    const found = this.ways.get(terms[n]) ?? [];
    if (!this.isLiving(terms, n)) return found;
    const others = terms.flatMap((word, i) => (i !== n && this.ways.has(word) ? this.ways.get(word)[1] : []));
    return others.length || this.border(terms).length ? ["<", 1, others.every((share) => share === AT)] : [">", 1];
  }

  // Whether »i« stands after »bor« or »bor kvar«.
  isLiving(terms, n) {
    return this.ways.get(terms[n])?.[1] === AT && [1, 2].some((back) => this.root.living.includes(terms[n - back]));
  }

  country(word = "") {
    return this.within.get(this.stem(word)) ?? this.within.get(this.place(word));
  }

  // The country where somebody lives, and the other, where the work or the employer is.
  border(terms) {
    const { of, working } = this.root, stems = terms.map((word) => this.stem(word));
    const at = terms.flatMap((word, n) => (this.ways.get(word)?.[1] === AT ? { country: this.country(terms[n + 1]), isHome: this.isLiving(terms, n) } : []));
    const home = at.find(({ country, isHome }) => country && isHome)?.country;
    const employers = stems.some((stem) => working.includes(stem)) ? stems.map((stem) => of[stem]) : [];
    const there = [...at.map(({ country }) => country), ...employers].find((country) => country && country !== home);
    return home && there ? [home, there] : [];
  }

  // The stem of a word, or of the name of a place that it nearly is: »norje«.
  place(word) {
    const stem = this.stem(word), isName = this.names.has(stem) || stem.length < 4;
    return isName ? stem : ([...this.names].find((name) => name[0] === stem[0] && distance(fold(name), fold(stem), 2) < (stem.length > 4 && name.startsWith(stem.slice(0, 3)) ? 3 : 2)) ?? stem);
  }

  // What is said of a country without saying a way: »norsk bil« and »skattekort Norge« lead there, »norrman« comes from there,
  // and so does »norsk bil«, where another country is told too.
  belonging(terms) {
    const { of, people, countries } = this.root, [, there] = this.border(terms), stems = terms.map((word) => this.stem(word));
    const named = new Set(stems.filter((stem) => countries.includes(stem)));
    return stems.flatMap((stem, n) => {
      const country = of[stem] ?? people[stem] ?? (named.has(stem) && !this.ways.has(terms[n - 1]) ? stem : "");
      const isFrom = stem in people || (stem in of && country !== there && [...named].some((other) => other !== country));
      return country ? [[isFrom ? "<" : ">", country]] : [];
    });
  }

  // The words of a query, and those that say something.
  split(query) {
    const terms = query.toLowerCase().normalize("NFC").match(/[\p{L}\p{N}]+/gu) ?? [];
    return { terms, significant: terms.filter((word) => !this.empty.has(word) && !this.ways.has(word)) };
  }

  // The words from one on that may be one term, most first. Of a word that says nothing the first file tells which letters follow it
  // in terms, so that no leaf is asked for in vain.
  joined(terms, n) {
    const first = fold(terms[n]), following = this.following.get(first);
    return COUNTS.filter((count) => n + count <= terms.length).map((count) => terms.slice(n, n + count)).filter((words) => {
      const rest = fold(this.stem(words.join(""))).slice(first.length, first.length + FOLLOWING);
      return rest.length < FOLLOWING || !following || following.has(rest);
    });
  }

  // Asks at once for all that a query is sure to want, so that no file waits for another.
  async ahead(query) {
    await this.open();
    const { terms, significant } = this.split(query), key = (word) => fold(this.stem(word));
    const alone = significant.flatMap((word) => [[key(word)], ...(word.length > 2 ? [beginning(fold(word))] : [])]);
    const several = terms.flatMap((_, n) => this.joined(terms, n).map((words) => [key(words.join(""))]));
    const countries = this.belonging(terms).map(([, country]) => [fold(country)]);
    await Promise.all([...alone, ...several, ...countries].flatMap((range) => this.leaves(...range)));
  }

  // Several words that are one term, or words that say something.
  async units(query) {
    await this.ahead(query);
    const { terms, significant } = this.split(query), units = [], within = new Set(), isAcross = this.border(terms).length > 0;
    for (let n = 0; n < terms.length; n++) {
      const [way, share, isHome] = this.way(terms, n);
      if (way && terms[n + 1] && !this.empty.has(terms[n + 1])) {
        const place = this.place(terms[n + 1]), country = isAcross && this.country(terms[n + 1]);
        const found = await this.exactly(way + (country || place)), isWay = share === 1 && (way === "<" || this.names.has(place) || !!country);
        if (found.length) units.push({ found, share, isPlace: share === AT, isWay, isHome, town: this.towns.has(place) && place }), within.add(n).add(n + 1);
      }
      for (const words of within.has(n) ? [] : this.joined(terms, n)) {
        const found = await this.together(words);
        if (found.length) {
          units.push({ found, ...this.named(words) });
          for (let i = 0; i < words.length; i++) within.add(n + i);
          break;
        }
      }
    }
    for (const [way, country] of this.belonging(terms)) units.push({ found: await this.exactly(way + country), share: AT, isPlace: true });
    const alone = await Promise.all(terms.map((word) => (significant.length && !significant.includes(word) ? null : this.word(word))));
    for (const [n, unit] of alone.entries()) {
      if (!unit) continue;
      const word = terms[n], place = this.place(word);
      if (unit.meant && this.towns.has(place)) unit.found = await this.exactly(place), unit.meant = unit.found[0]?.term.written; // nearly written
      if (within.has(n)) delete unit.meant;
      units.push({ ...unit, word, share: within.has(n) ? WITHIN : 1, isPlace: this.names.has(place), town: this.towns.has(place) && place });
    }
    return units;
  }

  // Whether what several words name is a place, as two towns with a word between them are.
  named(words) {
    const places = words.filter((word) => !this.empty.has(word)).map((word) => this.stem(word));
    return { isPlace: places.length > 0 && places.every((stem) => this.names.has(stem)), town: places.find((stem) => this.towns.has(stem)) };
  }

  // A name of several words, or a word that was written as several; but »man er« is no ending of »man«.
  async together(words) {
    const whole = words.join(""), stem = this.stem(whole), found = await this.exactly(stem);
    // Nor are »å ringe« and »bo der« words that were written as two, as »a kassa« is.
    const isWord = stem.length > whole.length - words.at(-1).length && (words.length > 2 || !this.empty.has(words.at(-1))) && words[0] !== "å";
    return found.filter(({ term, share }) => term.written.includes(" ") || (isWord && share === 1));
  }

  // What begins most like a word that is nowhere, if four letters are the same: better than nothing.
  async nearest(word) {
    const key = fold(word.toLowerCase()), terms = key.length > 4 ? await this.terms(key.slice(0, 4), `${key.slice(0, 4)}\uffff`) : [];
    for (let length = key.length; length >= 4; length--) {
      const term = terms.find((one) => one.key.startsWith(key.slice(0, length)));
      if (term) return { word, found: [{ term, share: 1 }], meant: term.written };
    }
    return { word, found: [] };
  }

  // Page → what it weighs and the section that says most, best first; and whether a word was found whole, not only what is like it.
  async search(query) {
    let units = await this.units(query);
    if (!units.some(({ found }) => found.length)) units = await Promise.all(units.map(({ word }) => this.nearest(word ?? "")));
    const pages = new Map(), isAbout = units.some(({ isPlace, found }) => !isPlace && found.length), weighed = units.map((unit) => this.weigh(unit));
    const isStaying = units.some(({ isHome }) => isHome);
    let whole = 0, towns = new Set(units.flatMap(({ town }) => town || [])).size;
    for (const [n, unit] of units.entries()) {
      const most = Math.max(0, ...[...weighed[n].values()].map(([weight]) => weight));
      const importance = Math.sqrt(most) * (unit.isPlace && isAbout ? (unit.town ? (towns === 1 && !isStaying ? TOWN : BETWEEN) : PLACED) : 1);
      whole += importance;
      for (const [page, [weight]] of weighed[n]) {
        const scored = pages.get(page) ?? { page, weight: 0, covered: 0 };
        scored.weight += importance * (weight / most) ** SATURATION;
        scored.covered += importance * (weight / most) ** COVERAGE;
        pages.set(page, scored);
      }
    }
    const ways = weighed.filter((way, n) => units[n].isWay && this.root.plans.some((plan) => way.has(plan)));
    const section = (page) => this.section(page, weighed);
    const found = [...pages.values()].map(({ page, weight, covered }) => {
      const leads = !this.plans.has(page) || (!isStaying && ways.every((way) => way.has(page)));
      return { page, weight: ((weight * covered) / whole) * (leads ? 1 : ELSEWHERE), get section() { return section(page); } };
    });
    found.sort((one, other) => other.weight - one.weight || one.page - other.page);
    const isWhole = units.some(({ found, word, isWhole }) => found.length && (isWhole || !word));
    return { found, isWhole, meant: units.filter((unit) => unit.meant).map(({ word, meant }) => [word, meant]) };
  }

  // The section of a page that says most of all that is looked for; asked only of pages that are shown.
  section(page, weighed) {
    const sections = new Map();
    for (const weights of weighed) {
      const [weight = 0, section = 0] = weights.get(page) ?? [];
      if (weight) sections.set(section, (sections.get(section) ?? 0) + weight);
    }
    return [...sections].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  }

  weigh({ found, share = 1 }) {
    const pages = new Map();
    for (const { term, share: own } of found) {
      const places = this.places(term);
      for (let at = 0; at < places.length; at += 3) {
        const page = places[at], score = places[at + 1] * own * share;
        if (score > (pages.get(page)?.[0] ?? 0)) pages.set(page, [score, places[at + 2]]);
      }
    }
    return pages;
  }
}
