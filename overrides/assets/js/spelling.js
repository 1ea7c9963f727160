// How words are written: without their marks, and how far one is from another.

const plain = { ø: "o", æ: "a" };
const unmarked = (letter) => (plain[letter] ??= letter.normalize("NFD").replace(/\p{M}/gu, ""));
export const fold = (word) => word.replace(/[^\x00-\x7f]/gu, unmarked);

// The letters of a word as bits. Each step changes two at most, so few words are worth the counting of steps.
export function bits(word, found = 0) {
  for (let i = 0; i < word.length; i++) found |= 1 << (word.charCodeAt(i) % 32);
  return found;
}

export const count = (set) => (set >>> 0).toString(2).replaceAll("0", "").length;

// The steps from one word to the other; more than `most` is scored as infinite.
export function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return Infinity;
  let older, old = [], row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    [older, old, row] = [old, row, [i]];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    if (Math.min(...row) > most) return Infinity;
  }
  return row.at(-1) <= most ? row.at(-1) : Infinity;
}
