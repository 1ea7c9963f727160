// Our own parts of a text: what is fetched from the records, pictures, figures of a place, sources.
const DIRECTIVE = /^<!-- campaign:(?<name>[a-z-]+)(?: (?<given>[^\n]*?))? -->$/m;
const PICTURE = /^!\[(?<words>[^\]\n]*)\]\((?<file>[^)\s]+)\)$/m;
const FIGURE = /\[(?<text>[^\]\n]+)\]\(fact:(?:(?<place>[a-z0-9-]+)\/)?(?<fact>[a-z0-9-]+)\)/;
const SOURCE = /\[(?<text>[^\]\n]+)\]\(source:(?<which>[a-z0-9-]+)\)/;

const parts = {
  directive: {
    icon: "dataset_linked",
    pattern: DIRECTIVE,
    summary: "{{name}} {{given}}",
    toBlock: ({ name = "", given }) => `<!-- campaign:${name}${given ? ` ${given}` : ""} -->`,
  },
  picture: {
    icon: "image",
    pattern: PICTURE,
    summary: "{{file}}",
    toBlock: ({ words = "", file = "" }) => `![${words}](${file})`,
  },
  figure: {
    icon: "monitoring",
    pattern: FIGURE,
    summary: "{{text}}",
    toBlock: ({ text = "", fact = "", place }) => `[${text}](fact:${place ? `${place}/` : ""}${fact})`,
  },
  source: {
    icon: "menu_book",
    pattern: SOURCE,
    summary: "{{text}}",
    toBlock: ({ text = "", which = "" }) => `[${text}](source:${which})`,
  },
};

export function registerParts(CMS, config) {
  for (const [id, part] of Object.entries(parts))
    CMS.registerEditorComponent({
      id,
      mode: "dialog",
      ...config[id],
      ...part,
      fromBlock: (match) => ({ ...match.groups }),
      toPreview: (values) => part.toBlock(values),
    });
}
