// In which language the editor is met: `?no` and `?sv` choose; else their browser does.
export const language = chosen();

// Sveltia's own words follow, if the editor has chosen no others; see nb.json.
const kept = JSON.parse(localStorage.getItem("sveltia-cms.prefs") ?? "{}");
if (!kept.locale || kept.locale === "auto")
  localStorage.setItem("sveltia-cms.prefs", JSON.stringify({ ...kept, locale: { sv: "sv", no: "da" }[language] }));

function chosen() {
  const wished = new URLSearchParams(location.search);
  if (wished.has("no") || wished.has("sv")) return wished.has("no") ? "no" : "sv";
  return navigator.languages.some((one) => /^(nb|nn|no)\b/.test(one)) ? "no" : "sv";
}
