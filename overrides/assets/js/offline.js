// The switch by which a reader keeps the core pages on the device, or throws them away. Nothing is kept before it is pressed.

const root = document.querySelector("[data-offline]"), button = root.querySelector("button"), status = root.querySelector("[role=status]");
const worker = new URL(root.dataset.worker, document.baseURI).href, scope = new URL(".", worker).href, name = `kept ${scope}`;
const workers = navigator.serviceWorker;

// Where the policy of the page asks for it, a worker starts at an address that somebody has vouched for: at ours, and no other.
const vouched = window.trustedTypes?.createPolicy("offline", { createScriptURL: () => worker });

async function registered() {
  const found = await workers.getRegistration(scope);
  return found?.scope === scope && found.active ? found : null;
}

async function keptList() {
  const list = (await caches.has(name)) && (await (await caches.open(name)).match(new URL("offline.json", scope)));
  return list && { taken: list.headers.get("date"), ...(await list.json()) };
}

async function show(message) {
  const list = (await registered()) && (await keptList());
  button.textContent = root.dataset[list ? "remove" : "keep"];
  status.textContent = message || (list ? filled(root.dataset.kept, list) : root.dataset.none);
}

function filled(words, { size, taken, edition }) {
  const day = (date) => new Date(date).toLocaleDateString(document.documentElement.lang, { dateStyle: "long" });
  return words.replace("{size}", size).replace("{taken}", day(taken)).replace("{edition}", day(edition));
}

async function keep() {
  status.textContent = root.dataset.keeping;
  await workers.register(vouched?.createScriptURL("") ?? worker, { scope, updateViaCache: "none" });
  const { active } = await workers.ready;
  const done = await new Promise((resolve) => {
    workers.addEventListener("message", ({ data }) => resolve(data), { once: true });
    active.postMessage("renew");
  });
  if (!done) throw new Error("not all of it came");
}

async function remove() {
  await (await registered())?.unregister();
  await caches.delete(name);
}

button.addEventListener("click", async () => {
  if (root.ariaBusy === "true") return;
  root.ariaBusy = "true";
  const wasKept = Boolean(await registered());
  try {
    await (wasKept ? remove() : keep());
    await show(wasKept && root.dataset.removed);
  } catch {
    await remove();
    await show(root.dataset.failed);
  }
  root.ariaBusy = "false";
});

if (workers && window.caches) show();
else button.hidden = true, (status.textContent = root.dataset.unable);
