// A sentence that says a number, in the form that the number wants: `forms` is {"one": …, "other": …}, by CLDR's names.

const rules = new Intl.PluralRules(document.documentElement.lang);
const numbers = new Intl.NumberFormat(document.documentElement.lang);

export const counted = (forms, count) => JSON.parse(forms)[rules.select(count)].replace("{count}", numbers.format(count));
