// What an employee costs in a month, line by line, as scripts/campaign/cost.py computes it: whole kronor, hundredths of a
// percent, each line rounded before the next, taxes cut. `rates` is rate → value on the day; all numbers stay exact.

const WHOLE = 10000;
const zero = (rates, name) => rates.get(name) ?? 0;

export function line(name, terms, part = [1, 1], isTax = false) {
  const counted = terms.filter(([base, rate]) => base && rate);
  const product = counted.reduce((sum, [base, rate]) => sum + base * rate, 0) * part[0];
  const unit = WHOLE * part[1];
  const amount = isTax ? Math.floor(product / unit) : Math.floor((2 * product + unit) / (2 * unit));
  return { name, amount, terms: counted, part };
}

const plain = (name, amount) => ({ name, amount, terms: [], part: [1, 1] });

const total = (lines) => lines.reduce((sum, { name, amount }) => sum + (name === "deduction" ? -amount : amount), 0);

function swedishContributions(rates, { year, born }, base) {
  const age = year - born;
  if (age >= 68) return line("contributions", [[base, rates.get("se-contributions-from-67")]], [1, 1], true);
  const lower = age >= 19 && age < 24 && rates.has("se-contributions-18-to-22")
    ? Math.min(base, rates.get("se-ceiling-18-to-22")) : 0;
  const terms = [[lower, zero(rates, "se-contributions-18-to-22")], [base - lower, rates.get("se-contributions")]];
  return line("contributions", terms, [1, 1], true);
}

// The ages in whose years an agreement pays a pension.
const PENSION_AGES = { itp1: [25, 199], "saf-lo": [22, 65] };

function swedishPension(rates, { agreement, pension, year, born }, base) {
  if (agreement === "none") return line("pension", [[base, pension]]);
  const [first, last] = PENSION_AGES[agreement];
  if (year - born < first || year - born > last) return line("pension", []);
  const lower = Math.min(base, Math.floor((rates.get("se-income-base-amount") * 15) / 24));
  return line("pension", [[lower, rates.get("se-pension-low")], [base - lower, rates.get("se-pension-high")]]);
}

const SE = {
  needs({ agreement, pension }) {
    const always = ["contributions", "contributions-from-67", "holiday-days", "holiday-supplement", "sick-pay", "sick-deduction"];
    const agreed = ["pension-tax", "pension-low", "pension-high", "income-base-amount", `transition-${agreement}`];
    const own = pension ? ["pension-tax"] : [];
    return [...always, ...(agreement === "none" ? own : agreed)].map((name) => `se-${name}`);
  },
  month(rates, asked) {
    const days = rates.get("se-holiday-days");
    const holiday = line("holiday", [[asked.pay, rates.get("se-holiday-supplement")]], [days, 12]);
    const paid = asked.pay + holiday.amount;
    const pension = swedishPension(rates, asked, paid);
    return [
      plain("pay", asked.pay),
      holiday,
      swedishContributions(rates, asked, paid),
      pension,
      line("pension-tax", [[pension.amount, zero(rates, "se-pension-tax")]], [1, 1], true),
      line("transition", [[paid, zero(rates, `se-transition-${asked.agreement}`)]]),
      plain("insurance", asked.insurance),
    ];
  },
  illness(rates, asked) {
    const level = rates.get("se-sick-pay");
    const sick = line("sick-pay", [[asked.pay, level]], [24, 52]);
    const share = Math.floor((level * rates.get("se-sick-deduction")) / WHOLE);
    const deduction = line("deduction", [[asked.pay, share]], [12, 52]);
    return [sick, deduction, swedishContributions(rates, asked, sick.amount - deduction.amount)];
  },
};

function norwegianHoliday(rates, { year, born, fifthWeek }, base) {
  const senior = year - born >= 59 ? Math.min(base, Math.floor(rates.get("no-base-amount") / 2)) : 0;
  const rate = rates.get(fifthWeek ? "no-holiday-pay-agreed" : "no-holiday-pay");
  return line("holiday", [[base, rate], [senior, rates.get("no-holiday-pay-over-60")]]);
}

const NO = {
  needs: ({ zone, fifthWeek }) => [
    "no-holiday-pay-over-60", "no-base-amount", "no-pension", "no-sick-pay",
    fifthWeek ? "no-holiday-pay-agreed" : "no-holiday-pay", zone,
  ],
  month(rates, asked) {
    const holiday = norwegianHoliday(rates, asked, asked.pay);
    const paid = asked.pay + holiday.amount;
    const share = Math.max(asked.pension, rates.get("no-pension"));
    const pension = line("pension", [[Math.min(paid, rates.get("no-base-amount")), share]]);
    const contributions = line("contributions", [[paid + pension.amount, rates.get(asked.zone)]], [1, 1], true);
    return [plain("pay", asked.pay), holiday, pension, contributions, plain("insurance", asked.insurance)];
  },
  illness(rates, asked) {
    const base = Math.min(asked.pay, Math.floor(rates.get("no-base-amount") / 2));
    const sick = line("sick-pay", [[base, rates.get("no-sick-pay")]], [144, 260]);
    const holiday = norwegianHoliday(rates, asked, sick.amount);
    return [sick, holiday, line("contributions", [[sick.amount + holiday.amount, rates.get(asked.zone)]], [1, 1], true)];
  },
};

// The lines of a month and of an illness; without amounts where rates are missing, and which.
export function computeCost(country, rates, asked) {
  const { needs, month, illness } = { SE, NO }[country];
  const missing = needs(asked).filter((name) => !rates.has(name));
  const lines = missing.length ? [] : month(rates, asked);
  const sick = missing.length ? [] : illness(rates, asked);
  return { lines, illness: sick, total: total(lines), illnessTotal: total(sick), missing };
}
