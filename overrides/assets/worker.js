// What a reader keeps on the device. The network comes first; without it a kept page says its day. What is known to be old
// is thrown away before anything is fetched. See docs/decisions/0054-offline.md
const SCOPE = registration.scope, KEPT = `kept ${SCOPE}`, HOUR = 36e5;
const at = (address) => new URL(address, SCOPE).href, LIST = at("offline.json"), NEWS = at("?news"), ASK = { cache: "no-cache" };
let asked = 0;

async function renew() {
  asked = Date.now();
  const kept = await caches.open(KEPT), before = await (await kept.match(LIST))?.json();
  const answer = await fetch(LIST, ASK);
  if ([404, 410].includes(answer.status)) return (await caches.delete(KEPT)) && registration.unregister();
  const { edition, files } = await answer.clone().json();
  for (const file in before?.files) if (files[file] !== before.files[file]) await kept.delete(at(file));
  if (before && before.edition !== edition) await kept.put(NEWS, new Response(edition));
  await kept.put(LIST, answer);
  for (const file in files) {
    if (await kept.match(at(file))) continue;
    await kept.put(at(file), await fetch(at(file), { ...ASK, integrity: files[file] }));
  }
}

// The browser's own copy would be a page of yesterday without its notice, so it asks the server each time. What is kept is
// looked for by its address alone: with any query the news would be the start page.
async function page(event) {
  const kept = await caches.open(KEPT), list = await (await kept.match(LIST))?.json();
  if (Date.now() - asked > HOUR) event.waitUntil(renew().catch(() => (asked = 0)));
  const saved = await kept.match(event.request.url.split("?")[0]);
  try {
    const late = new Promise((_, fail) => saved && setTimeout(fail, 1e4));
    const answer = await Promise.race([fetch(event.request, ASK), late]), news = await kept.match(NEWS);
    if (answer.status > 499) throw answer;
    if (!news || !answer.ok) return answer;
    await kept.delete(NEWS);
    return withNotice(answer, list.words.news, { edition: await news.text() });
  } catch {
    return saved ? aged(saved, list) : kept.match(at("offline.html"));
  }
}

function aged(saved, { words, edition, changes, days }) {
  const taken = new Date(saved.headers.get("date")), now = new Date();
  const changed = changes.find((day) => new Date(day) > taken && new Date(day) <= now);
  const old = changed ? words.changed : now - taken > days * 24 * HOUR ? words.old : "";
  return withNotice(saved, `${words.saved} ${old}`, { taken, edition, changed });
}

async function withNotice(answer, words, days) {
  const text = await answer.text(), [, tag] = text.match(/lang="(\w+)/), { headers } = answer;
  const notice = words.replace(/{(\w+)}/g, (_, day) => new Date(days[day]).toLocaleDateString(tag, { dateStyle: "long" }));
  return new Response(text.replace('<main id="content">', `$&<p class="notice wrap" role="status">${notice}`), { headers });
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("message", (event) => event.waitUntil(renew().then(() => true, () => false).then((done) => event.source.postMessage(done))));
addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (method !== "GET" || !url.startsWith(origin)) return;
  if (mode === "navigate") event.respondWith(page(event));
  else if (/\.[0-9a-f]{8}\.\w+$/.test(url)) event.respondWith(caches.match(url).then((kept) => kept ?? fetch(event.request)));
});
