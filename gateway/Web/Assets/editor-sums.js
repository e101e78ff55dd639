// Sums as one types. The server adds up again when it is handed in; this only shows it sooner. Amounts have six places, so whole numbers are exact.
const PLACES = 6;

function read(field) {
  const text = field.value.normalize("NFKC").trim().replaceAll(",", "");
  if (text === "") return { state: "missing" };
  if (text === "无") return { state: "nil", value: 0n };
  if (text === "/") return { state: "nil", value: 0n };
  if (text === "-") return { state: "notdue", value: 0n };
  const match = /^([+-]?)(\d+)(?:\.(\d{1,6}))?$/.exec(text);
  if (!match || (field.dataset.kind === "count" && match[3])) return { state: "missing" };
  const value = BigInt(match[2] + (match[3] ?? "").padEnd(PLACES, "0"));
  return { state: "number", value: match[1] === "-" ? -value : value };
}

function write(value) {
  const minus = value < 0n ? "-" : "", digits = String(value < 0n ? -value : value).padStart(PLACES + 1, "0");
  const part = digits.slice(-PLACES).replace(/0+$/, "");
  return minus + digits.slice(0, -PLACES) + (part ? "." + part : "");
}

// Shows every sum; at first only where none stands, because one that was typed wrong is for somebody to see. Answers which stand wrong.
export function addUp(form, onlyEmpty = false) {
  const wrong = [];
  const known = new Map();
  const valueOf = (id) => {
    if (known.has(id)) return known.get(id);
    const field = document.getElementById("c-" + id);
    const result = field.dataset.terms ? sum(field.dataset.terms.split(" ").map(valueOf)) : read(field);
    known.set(id, result);
    return result;
  };
  for (const field of form.querySelectorAll("input[data-terms]")) {
    const result = valueOf(field.id.slice(2));
    const text = result.state === "missing" ? "" : result.state === "nil" ? "无" : result.state === "notdue" ? "-" : write(result.value);
    if (onlyEmpty && field.value !== "") {
      if (text !== "" && text !== field.value) wrong.push(field.id.slice(2));
    } else {
      field.value = text;
    }
  }
  return wrong;
}

function sum(terms) {
  if (terms.some((t) => t.state === "missing")) return { state: "missing" };
  const value = terms.reduce((all, t) => all + t.value, 0n);
  const state = terms.some((t) => t.state === "number") ? "number" : terms.some((t) => t.state === "nil") ? "nil" : "notdue";
  return { state, value };
}
