// Files as `make.py fix` writes them: keys in the order of the model, text in double quotes, what says nothing left out. So a
// change of one value is a change of one line. A shape (campaign/admin/shapes.py) tells the order, and which groups have keys of
// their own: those are lists in a form.
import { parse } from "yaml";

// Where the text stands that a page had before it was opened; it is written nowhere.
const BEFORE = "_before";
const FRONT = /^---\n([^]*?)\n?---(?:\n([^]*))?$/;

export function readRecord(text, shape) {
  return opened(parse(text) ?? {}, shape);
}

export function writeRecord(value, shape) {
  return `${[...lines(closed(value, shape) ?? {})].join("\n")}\n`;
}

export function readText(text, shape) {
  const [, front, body] = FRONT.exec(text) ?? [text, "", text];
  const words = (body ?? "").replace(/^\n+/, "");
  return { ...opened(parse(front) ?? {}, shape), body: words, [BEFORE]: words };
}

export function writeText(value, shape) {
  const { body = "", [BEFORE]: before = "", ...front } = value;
  return `---\n${writeRecord(front, shape)}---\n\n${kept(before, body ?? "")}`.trim() + "\n";
}

// A value as a form has it: what has keys of its own as a list of `key` and the rest.
function opened(value, shape) {
  if (Array.isArray(value)) return value.map((one) => opened(one, shape.items ?? {}));
  if (value === null || typeof value !== "object") return value;
  if (shape.keyed)
    return Object.entries(value).map(([key, one]) =>
      shape.bare ? { key, value: opened(one, shape.keyed) } : { key, ...opened(one, shape.keyed) },
    );
  const pairs = Object.entries(value);
  return Object.fromEntries(pairs.map(([name, one]) => [name, opened(one, shape.fields?.[name] ?? {})]));
}

// The same back: undefined where nothing is said.
function closed(value, shape) {
  if (typeof value === "string") return value.replace(/\s*\n\s*/g, " ").trim() || undefined;
  if (Array.isArray(value)) return shape.keyed ? table(value, shape) : list(value, shape);
  if (value === null || typeof value !== "object") return value ?? undefined;
  return group(value, shape.fields ?? {}, shape.unwritten ?? []);
}

function list(value, shape) {
  const found = value.map((one) => closed(one, shape.items ?? {})).filter((one) => one !== undefined);
  return found.length ? found : undefined;
}

function table(value, shape) {
  const pairs = value.map(({ key, value: bare, ...rest }) => [key, closed(shape.bare ? bare : rest, shape.keyed)]);
  return filled(pairs.filter(([key]) => key));
}

function group(value, fields, unwritten) {
  const others = Object.keys(value).filter((name) => !(name in fields || unwritten.includes(name)));
  const names = [...Object.keys(fields), ...others];
  const pairs = names.map((name) => [name, withoutDefault(closed(value[name], fields[name] ?? {}), fields[name]?.default)]);
  return filled(pairs);
}

// Nobody has to write what holds anyway.
function withoutDefault(value, byDefault) {
  return JSON.stringify(value) === JSON.stringify(byDefault) ? undefined : value;
}

function filled(pairs) {
  const found = pairs.filter(([, one]) => one !== undefined);
  return found.length ? Object.fromEntries(found) : undefined;
}

function* lines(value) {
  if (Array.isArray(value))
    for (const one of value) {
      const [first, ...rest] = isBlock(one) ? lines(one) : [scalar(one)];
      yield `- ${first}`;
      yield* rest.map((line) => `  ${line}`);
    }
  else for (const [name, one] of Object.entries(value)) yield* under(`${key(name)}:`, one);
}

function* under(name, value) {
  if (!isBlock(value)) return yield `${name} ${scalar(value)}`;
  yield name;
  for (const line of lines(value)) yield `  ${line}`;
}

function isBlock(value) {
  return value !== null && typeof value === "object";
}

function scalar(value) {
  return JSON.stringify(value);
}

// A key that needs no quotes: nothing in it is a mark of YAML, and nobody takes it for a number or a truth value.
function key(name) {
  const isPlain = /^[\p{L}\p{N}_§][\p{L}\p{N}_§ ./-]*(?<! )$/u.test(name) && typeof parse(name) === "string";
  return isPlain ? name : JSON.stringify(name);
}

// A text after it was edited, with each paragraph that says the same as before in the same letters as before. The editor writes
// some marks otherwise than people do.
export function kept(before, after) {
  const known = new Map(blocks(before).map((block) => [normal(block), block]));
  return blocks(after)
    .map((block) => known.get(normal(block)) ?? plain(block))
    .join("\n\n");
}

// Paragraphs, lists and tables; a list with empty lines between its items is several, and each may be as before.
function blocks(text) {
  return text.trim().split(/\n(?:[ \t]*\n)+/);
}

// The marks that we write: `*` for emphasis, and around a link instead of in it.
function plain(block) {
  return block
    .replace(/(?<![\p{L}\p{N}\\_])_(?=[^\s_])([^_\n]*?[^\s_\\])_(?![\p{L}\p{N}_])/gu, "*$1*")
    .replace(/\[(\*\*|\*)([^\]\n*]+)\1\]\(([^)\s]+)\)/g, "$1[$2]($3)$1")
    .replaceAll("****", "");
}

// The same, with each step of indenting counted instead of measured.
function normal(block) {
  const depths = [...new Set(block.match(/^ */gm).map((one) => one.length))].sort((a, b) => a - b);
  return plain(block.replace(/^ */gm, (one) => "\t".repeat(depths.indexOf(one.length)))).replace(/[ \t]+$/gm, "");
}
