// The search on every page: »/« or the link in the header opens it. All else is loaded then, and without it the link leads to
// the page of the search.

const link = document.querySelector("[data-find]");
const isWritten = (element) => element.closest("input, select, textarea, [contenteditable]");

// The tag waits in a template, with the digest by which a browser knows that the script is ours; an import has none.
function load() {
  const script = document.importNode(document.querySelector("[data-finding]").content, true).firstElementChild;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}

let loaded;

async function open(event) {
  event.preventDefault();
  try {
    await (loaded ??= load());
    link.dispatchEvent(new Event("find"));
  } catch {
    location.href = link.href;
  }
}

link.addEventListener("click", (event) => {
  if (!(event.ctrlKey || event.metaKey || event.shiftKey)) open(event);
});
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.ctrlKey && !event.metaKey && !event.altKey && !isWritten(event.target)) open(event);
});
