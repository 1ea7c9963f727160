// A photograph from a camera: the file gets the name of its record, so that each is found by the other.
const h = (...words) => window.h(...words);

export function registerPhoto(CMS) {
  CMS.registerFieldType("photo", window.createClass({ getInitialState, choose, render }));
}

function getInitialState() {
  return { shown: null, wrong: "" };
}

async function choose({ target }) {
  const [file] = target.files;
  const name = this.props.entry?.getIn(["data", "photo_name"]);
  if (!file || !name) return;
  try {
    const address = await this.props.addFile(file, { name: `${name}.${file.name.split(".").pop().toLowerCase()}` });
    this.props.onChange(address);
    this.setState({ shown: address, wrong: "" });
  } catch (error) {
    this.setState({ wrong: error.message });
  }
}

function render() {
  const name = this.props.entry?.getIn(["data", "photo_name"]);
  return h(
    "div",
    null,
    h("input", { type: "file", accept: "image/*", id: this.props.forID, disabled: !name, onChange: this.choose }),
    this.state.shown && h("img", { src: this.state.shown, alt: "", style: { display: "block", maxWidth: "20rem" } }),
    this.state.wrong && h("p", { role: "alert" }, this.state.wrong),
  );
}
