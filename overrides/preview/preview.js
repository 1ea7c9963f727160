// Shows a page as it is now when it has become another, where the reader was and with what was filled in: only what differs is put
// in place, and where that cannot be done the page is loaded again (decision 0068).
{
  const own = document.currentScript;
  const key = `preview ${location.pathname}`;
  // What acts by itself; structured data does not.
  const ACTING = ":is(script:not([type='application/ld+json']), style, link[rel=stylesheet])";
  const fields = () => [...document.querySelectorAll("input, select, textarea, details")];
  const name = (field) => `${field.tagName} ${field.id || field.name} ${/checkbox|radio/.test(field.type) ? field.value : ""}`;
  const state = (field) => (field.tagName === "DETAILS" ? "open" : /checkbox|radio/.test(field.type) ? "checked" : "value");
  let shown;

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

  const loadAgain = () => {
    keep();
    location.reload();
  };

  const load = async () => new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  const ofPreview = (page) => page.querySelector("script[data-digest]");
  const strip = (page) => page.querySelector(".preview");
  const templates = (page) => [...page.querySelectorAll("template")].map(({ innerHTML }) => innerHTML).join();
  const isLike = (one, other) => one.cloneNode().isEqualNode(other.cloneNode());
  const isActing = (node) => node.matches?.(ACTING) || node.querySelector?.(ACTING);

  // The node on the screen for each child, in its order; a script may have put others between, or have made another of it.
  const counterparts = (live, children) => {
    const rest = [...live.childNodes];
    return children.map((child) => {
      const found = rest.findIndex((node) => isLike(node, child));
      return found < 0 ? undefined : rest.splice(0, found + 1).at(-1);
    });
  };

  // Pairs of a node on the screen and the new one for its place; null where a script has made another of it, or is new itself.
  const replacements = (live, old, fresh) => {
    if (old.isEqualNode(fresh)) return [];
    if (!live) return null;
    const inside = isLike(old, fresh) && replacementsWithin(live, [...old.childNodes], [...fresh.childNodes]);
    return inside || (live.isEqualNode(old) && !isActing(old) && !isActing(fresh) ? [[live, fresh]] : null);
  };

  const replacementsWithin = (live, old, fresh) => {
    if (!old.length || old.length !== fresh.length) return null;
    const lives = counterparts(live, old);
    const found = old.map((child, n) => replacements(lives[n], child, fresh[n]));
    return found.includes(null) ? null : found.flat();
  };

  // A tool holds what it read of its page when it began: it must begin again.
  const hasTool = (page) => page.querySelector("main script");

  // Whether all that is new is on the screen now.
  const putInPlace = (fresh) => {
    if (!shown || hasTool(shown) || hasTool(fresh) || templates(shown) !== templates(fresh)) return false;
    strip(shown).innerHTML = strip(fresh).innerHTML;
    ofPreview(shown).dataset.digest = ofPreview(fresh).dataset.digest;
    const found = replacements(document.documentElement, shown.documentElement, fresh.documentElement);
    for (const [live, node] of found ?? []) live.replaceWith(document.importNode(node, true));
    return found !== null;
  };

  const update = async () => {
    performance.mark("told");
    const fresh = await load();
    performance.mark("fetched");
    if (!putInPlace(fresh)) return loadAgain();
    shown = fresh;
    own.dataset.digest = ofPreview(fresh).dataset.digest;
    performance.mark("read");
    listen();
  };

  const listen = () => {
    const changes = new EventSource(`/-/changes?address=${encodeURIComponent(location.pathname)}&digest=${own.dataset.digest}`);
    changes.addEventListener("page", () => {
      changes.close();
      update().catch(loadAgain);
    });
    changes.addEventListener("problems", ({ data }) => {
      strip(document).innerHTML = JSON.parse(data);
    });
  };

  restore();
  addEventListener("load", async () => {
    restore();
    const page = await load();
    if (ofPreview(page).dataset.digest === own.dataset.digest) shown = page;
  });
  listen();
}
