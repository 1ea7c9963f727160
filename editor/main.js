// The web editor: Sveltia CMS with the configuration that make.py admin writes, our formats and our parts.
import { language } from "./language.js";
// After the language is settled, for Sveltia asks for it as it is loaded.
import CMS from "@sveltia/cms";
import { registerParts } from "./parts.js";
import { registerPhoto } from "./photo.js";
import { readRecord, readText, writeRecord, writeText } from "./writing.js";

const answer = await fetch(`config.${language}.json`);
const { cms, shapes, parts } = await answer.json();
for (const [name, shape] of Object.entries(shapes)) {
  const isText = name === "text-frontmatter";
  const [read, write] = isText ? [readText, writeText] : [readRecord, writeRecord];
  CMS.registerCustomFormat(name, isText ? "md" : "yml", {
    fromFile: (text) => read(text, shape),
    toFile: (value) => write(value, shape),
  });
}
registerParts(CMS, parts);
registerPhoto(CMS);
CMS.init({ config: cms });
