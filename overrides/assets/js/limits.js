// A field with something that it cannot take is marked, and a sentence says what it takes: `sentences` has them for whole
// numbers, for those with decimals, and for a day that must be there. A day that is half written is none yet.

const words = new Intl.NumberFormat(document.documentElement.lang);

const isRefused = ({ type, validity }) => (type === "date" ? validity.valueMissing : !validity.valid);

export function refusalOf(form, sentences) {
  const fields = [...form.elements].filter(({ willValidate }) => willValidate);
  for (const field of fields) field.ariaInvalid = isRefused(field) ? "true" : null;
  const refused = fields.find(isRefused);
  return refused ? sentenceFor(refused, sentences) : "";
}

function sentenceFor({ labels, min, max, step, type }, { whole, decimal, chooseDay }) {
  const sentence = type === "date" ? chooseDay : step.includes(".") ? decimal : whole;
  return sentence.replace("{field}", () => labels[0].textContent.trim()).replace("{least}", words.format(min)).replace("{most}", words.format(max));
}
