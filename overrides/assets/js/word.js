// The text of a Word file with its form fields filled in. `answers` holds what was written, by the number of the field:
// words, a day as 2026-12-31, or whether a box is ticked. Who wrote nothing finds the field as it was.

// XML has no place for control characters, and knows of no pair that lacks its half.
const NEVER = /[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escaped = (text) => text.replace(NEVER, "").replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const run = (text) => `<w:r>${text.split("\n").map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join("<w:br/>")}</w:r>`;

// A box: ticked or not, as the file itself draws it.
function ticked(control) {
  const sign = String.fromCodePoint(parseInt(control.match(/checkedState w14:val="(\w+)"/)[1], 16));
  return control.replace(/(w14:checked w14:val=)"0"/, '$1"1"').replace(/(<w:t(?: [^>]*)?>)[^<]*/, `$1${sign}`);
}

function dated(control, day) {
  const [yyyy, MM, dd] = day.split("-");
  const form = control.match(/<w:dateFormat w:val="([^"]*)"/)[1];
  const shown = form.replace("yyyy", yyyy).replace("MM", MM).replace("dd", dd);
  return written(control.replace("<w:date>", `<w:date w:fullDate="${day}T00:00:00Z">`), shown);
}

// A line break makes a field for any text of one for plain text, in which LibreOffice moves the break to the front.
function written(control, text) {
  const words = control.includes("w:multiLine") ? text : text.replace(/\s+/g, " ");
  return (words.includes("\n") ? control.replace(/<w:text [^>]*>/, "") : control)
    .replace(/<w:showingPlcHdr *\/>/, "")
    .replace(/<w:sdtContent>.*<\/w:sdtContent>/s, () => `<w:sdtContent>${run(words)}</w:sdtContent>`);
}

function answered(control, answer) {
  if (answer === true) return ticked(control);
  return control.includes("<w:date>") ? dated(control, answer) : written(control, answer);
}

export const filled = (xml, answers) =>
  xml.replace(/<w:sdt>.*?<\/w:sdt>/gs, (control) => {
    const answer = answers.get(Number(control.match(/<w:tag w:val="field-(\d+)"/)[1]));
    return answer ? answered(control, answer) : control;
  });
