// The search on every page: »/« or the link in the header opens it. All else is loaded then, and without it the link leads to
// the page of the search.

const link = document.querySelector("[data-find]");
const at = (name) => new URL(link.dataset[name], document.baseURI).href;
const isWritten = (element) => element.closest("input, select, textarea, [contenteditable]");

async function open(event) {
  event.preventDefault();
  try {
    const { openDialog } = await import(at("find"));
    await openDialog(link.href, at("index"), at("sheet"));
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
