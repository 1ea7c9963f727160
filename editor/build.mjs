// Joins the editor from Sveltia's npm entry into a folder, with what it loads beside it: `node build.mjs FOLDER`. The ready-made
// bundle of the package would ask three other hosts for its type, its words and its version.
import { cpSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { build } from "esbuild";

const into = process.argv[2];
const npm = join(dirname(createRequire(import.meta.url).resolve("@sveltia/cms")));
// Texts here hold no program code, so nothing paints it: three hundred languages stay out.
const SPOKEN = /\/(markdown|yaml|html)\.mjs$/;
// Whom the program asks by itself, beside the Git host: type that lies here too, and whether the host is in good health.
const OTHERS = [
  [/https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts/g, "data:,"],
  [/https:\/\/(www\.githubstatus|status-api\.hostedstatus)\.com\/[\w./-]*/g, "data:application/json,{}"],
];
const asksNobody = {
  name: "asks-nobody",
  setup(bundle) {
    bundle.onLoad({ filter: /@sveltia\/cms\/npm\/index\.js$/ }, ({ path }) => ({
      contents: OTHERS.reduce((text, [other, instead]) => text.replace(other, instead), readFileSync(path, "utf8")),
      resolveDir: dirname(path),
    }));
  },
};
// Sveltia knows no Norwegian: who chooses Danish meets our words, and Danish where there are none. In Swedish a few are others.
const OURS = { "da.json": "nb.json", "sv.json": "sv.json" };
const spoken = {
  name: "spoken",
  setup(bundle) {
    bundle.onLoad({ filter: /@sveltia\/cms\/locales\/(da|sv)\.json$/ }, ({ path }) => ({
      contents: JSON.stringify(over(read(path), read(OURS[basename(path)]))),
      loader: "json",
    }));
  },
};
const withoutCode = {
  name: "without-code",
  setup(bundle) {
    bundle.onLoad({ filter: /@shikijs\/langs\/dist\/.*\.mjs$/ }, ({ path }) =>
      SPOKEN.test(path) ? undefined : { contents: "export default [];" },
    );
  },
};

function read(path) {
  return JSON.parse(readFileSync(path, "utf8"));
}

// One tree of words laid over another.
function over(theirs, ours) {
  const pairs = Object.entries(ours).map(([key, word]) => [key, typeof word === "string" ? word : over(theirs[key], word)]);
  return { ...theirs, ...Object.fromEntries(pairs) };
}

await build({
  entryPoints: ["main.js"],
  outdir: into,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  minify: true,
  legalComments: "linked",
  chunkNames: "chunks/[hash]",
  logLevel: "warning",
  plugins: [asksNobody, spoken, withoutCode],
});
cpSync(join(npm, "assets"), join(into, "assets"), { recursive: true, filter: (path) => !path.endsWith(".map") });
