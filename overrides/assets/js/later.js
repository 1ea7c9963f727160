// Loads a script when somebody asks for what it does. Its tag waits in a template, with the digest by which a browser knows that
// the script is ours; an import has none.

export function load(name) {
  const script = document.querySelector(`[data-${name}]`).content.firstElementChild.cloneNode(true);
  return new Promise((onload, onerror) => document.head.append(Object.assign(script, { onload, onerror })));
}
