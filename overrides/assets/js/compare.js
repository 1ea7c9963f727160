// The comparison: sort by any column, and show only the places that the reader chooses.

const root = document.querySelector("[data-compare]");
const form = root.querySelector("form");
const body = root.querySelector("tbody");
const rows = [...body.rows];
const status = root.querySelector("[data-status]");
const language = document.documentElement.lang;

const valueOf = (row, column) => row.cells[column].dataset.value;

function compare(column, descending) {
  return (one, other) => {
    const [a, b] = [valueOf(one, column), valueOf(other, column)];
    if (column === 0) return one.cells[0].textContent.localeCompare(other.cells[0].textContent, language);
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined);
    return descending ? b - a : a - b;
  };
}

function sort(header, column) {
  const descending = header.getAttribute("aria-sort") !== "descending" && column > 0;
  for (const cell of root.querySelectorAll("thead th")) cell.removeAttribute("aria-sort");
  header.setAttribute("aria-sort", descending ? "descending" : "ascending");
  body.append(...rows.toSorted(compare(column, descending)));
  status.textContent = status.dataset.sorted.replace("{column}", header.textContent.trim());
}

function choose() {
  const chosen = new FormData(form).getAll("place");
  for (const row of rows) row.hidden = !chosen.includes(row.dataset.place);
  history.replaceState(null, "", chosen.length < rows.length ? `#place=${chosen.join(",")}` : location.pathname);
}

function readFragment() {
  const chosen = new URLSearchParams(location.hash.slice(1)).get("place")?.split(",");
  if (chosen) for (const box of form.elements.place) box.checked = chosen.includes(box.value);
}

root.querySelectorAll("thead th").forEach((header, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...header.childNodes);
  button.addEventListener("click", () => sort(header, column));
  header.append(button);
});
form.addEventListener("change", choose);
form.hidden = false;
readFragment();
choose();
