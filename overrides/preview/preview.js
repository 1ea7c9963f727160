// Shows a page again when it has become another, where the reader was and with what was filled in.
{
  const own = document.currentScript;
  const key = `preview ${location.pathname}`;
  const fields = () => [...document.querySelectorAll("input, select, textarea, details")];
  const name = (field) => `${field.tagName} ${field.id || field.name} ${/checkbox|radio/.test(field.type) ? field.value : ""}`;
  const state = (field) => (field.tagName === "DETAILS" ? "open" : /checkbox|radio/.test(field.type) ? "checked" : "value");

  const keep = () => {
    const kept = Object.fromEntries(fields().map((field) => [name(field), field[state(field)]]));
    sessionStorage.setItem(key, JSON.stringify({ kept, top: scrollY }));
  };

  const restore = () => {
    const { kept, top } = JSON.parse(sessionStorage.getItem(key) ?? "{}");
    sessionStorage.removeItem(key);
    if (!kept) return;
    for (const field of fields()) {
      const before = kept[name(field)];
      if (before === undefined || field[state(field)] === before) continue;
      field[state(field)] = before;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      field.dispatchEvent(new Event("change", { bubbles: true }));
    }
    scrollTo({ top, behavior: "instant" });
  };

  restore();
  addEventListener("load", restore);
  const address = `${location.pathname}`;
  const changes = new EventSource(`/-/changes?address=${encodeURIComponent(address)}&digest=${own.dataset.digest}`);
  changes.addEventListener("page", () => {
    changes.close();
    keep();
    location.reload();
  });
  changes.addEventListener("problems", ({ data }) => {
    document.querySelector(".preview").innerHTML = JSON.parse(data);
  });
}
