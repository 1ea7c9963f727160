// Loads a script when somebody asks for what it does. Its tag waits in a template, with the digest by which a browser knows that
// the script is ours; an import has none.

export function load(name) {
  const script = document.importNode(document.querySelector(`[data-${name}]`).content, true).firstElementChild;
  return new Promise((resolve, reject) => {
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
