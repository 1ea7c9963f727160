// Saves a template that was filled in (`fill.js`) as the Word file that lies beside it: the same file with the answers written in.

import { filled } from "./word.js";
import { withChanged } from "./zip.js";

const form = document.querySelector("[data-fill]");
const status = form.querySelector("[data-status]");

async function save({ detail }) {
  try {
    const answer = await fetch(form.dataset.file);
    if (!answer.ok) throw new Error(answer.statusText);
    download(await withChanged(await answer.arrayBuffer(), "word/document.xml", (xml) => filled(xml, detail)), answer);
    status.textContent = status.dataset.saved;
  } catch {
    status.textContent = status.dataset.failed;
  }
}

function download(file, { url, headers }) {
  const typed = new Blob([file], { type: headers.get("Content-Type") });
  const link = document.createElement("a");
  Object.assign(link, { href: URL.createObjectURL(typed), download: url.split("/").at(-1) }).click();
  URL.revokeObjectURL(link.href);
}

form.addEventListener("save", save);
