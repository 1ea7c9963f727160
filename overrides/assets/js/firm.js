// For whom a duty holds: what its line says, beside what a leader answers about the firm. scripts/campaign/duties.py decides
// in the same way.

export function readDuty({ dataset }) {
  return {
    country: dataset.country,
    from: Number(dataset.from),
    to: Number(dataset.to ?? Infinity),
    agreement: dataset.agreement,
    trades: dataset.trades?.split(" "),
  };
}

export function concerns(rule, firm) {
  const size = rule.from <= firm.employees && firm.employees <= rule.to;
  const agreement = !rule.agreement || rule.agreement === firm.agreement;
  const trade = !rule.trades || rule.trades.includes(firm.trade);
  return firm.countries.includes(rule.country) && size && agreement && trade;
}

// Whether a form has such an answer.
export function offers(form, name, value) {
  const field = `[name="${CSS.escape(name)}"]`, one = `[value="${CSS.escape(value)}"]`;
  return name === "employees" ? Number(value) >= 1 : form.querySelector(`${field}${one}, ${field} ${one}`);
}

// The answers of a form, of which only the number may be anything.
export function firmOf(form, all) {
  const { country, employees, agreement, trade } = Object.fromEntries(new FormData(form));
  const countries = country === "both" ? all : [country];
  return { countries, employees: Math.max(1, Math.floor(Number(employees)) || 1), agreement, trade };
}
