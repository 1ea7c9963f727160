// Rates with their days as a page has them, and which of them hold on an ISO day.

export const hundredths = (value) => Math.round(Number(value) * 100);

const whole = ({ unit, value }) => (["percent", "points"].includes(unit) ? hundredths(value) : Number(value));

// The sentence that says which rates are missing on a day, by the names that the page gives them.
export function refusal(sentence, day, missing, periods) {
  const nameOf = (rate) => periods.find(({ dataset }) => dataset.rate === rate)?.textContent ?? rate;
  return sentence.replace("{date}", day).replace("{rates}", missing.map(nameOf).join(", "));
}

export function ratesOn(periods, when) {
  const holding = periods.filter(({ dataset }) => dataset.from <= when && (!dataset.to || when <= dataset.to));
  return new Map(holding.map(({ dataset }) => [dataset.rate, whole(dataset)]));
}
