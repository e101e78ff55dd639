// The editor of a report: moves like a spreadsheet, pastes blocks, adds up, saves what changed. Without it the form works by its buttons.
import { Grid } from "./editor-grid.js";
import { addUp } from "./editor-sums.js";

const form = document.getElementById("editor");
const status = document.getElementById("autosave");
const panel = document.getElementById("conflicts");
const revision = form.elements.namedItem("revision");
const fields = [...form.querySelectorAll("input[data-was], textarea[name^='x.']")];
const idOf = (field) => (field.tagName === "TEXTAREA" ? field.name.slice(2) : field.id.slice(2));
const byId = new Map(fields.map((f) => [idOf(f), f]));
const stored = new Map(fields.map((f) => [idOf(f), f.tagName === "TEXTAREA" ? f.defaultValue : f.dataset.was]));
const wrong = new Set(addUp(form, true)); // sums that do not agree with their parts; mended with the first change
const contested = new Set();
const unreadable = new Map(); // place -> text that could not be read and is not sent again unchanged
let timer = 0, saving = null, dirtySince = false, leaving = false;

const say = (text) => { status.textContent = text; };
const changed = () => fields.filter((f) => {
  const id = idOf(f);
  if (contested.has(id) || f.value === stored.get(id) || unreadable.get(id) === f.value) return false;
  return !f.dataset.terms || wrong.has(id); // a sum that was right follows its parts by itself
});

function later(wait = 700) {
  clearTimeout(timer);
  timer = setTimeout(save, wait);
}

async function save() {
  if (saving) { dirtySince = true; return saving; }
  const sent = changed().map((f) => ({ field: f, id: idOf(f), was: stored.get(idOf(f)), now: f.value }));
  if (sent.length === 0) return null;
  say(status.dataset.saving + " …");
  saving = send(sent).finally(() => {
    saving = null;
    if (dirtySince) { dirtySince = false; later(50); }
  });
  return saving;
}

async function send(sent) {
  const pick = (text) => sent.filter((c) => (c.field.tagName === "TEXTAREA") === text).map(({ id, was, now }) => ({ id, was, now }));
  let answer;
  try {
    const response = await fetch(form.dataset.autosave, {
      method: "POST", credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Form-Token": form.dataset.token },
      body: JSON.stringify({ request: crypto.randomUUID(), cells: pick(false), texts: pick(true) }),
    });
    if (response.status === 401) { location.assign("/sign-in?to=" + encodeURIComponent(location.pathname + location.search)); return; }
    if (response.status !== 200 && response.status !== 409) throw new Error(String(response.status));
    answer = await response.json();
  } catch {
    say(status.dataset.failed);
    later(5000);
    return;
  }
  take(answer, sent);
}

function take(answer, sent) {
  revision.value = answer.revision;
  const cant = new Set(answer.unreadable);
  for (const change of sent) if (cant.has(change.id)) unreadable.set(change.id, change.now); else unreadable.delete(change.id);
  const conflicts = new Set(answer.conflicts);
  for (const [id, text] of [...Object.entries(answer.cells), ...Object.entries(answer.texts)]) {
    const field = byId.get(id);
    if (!field || conflicts.has(id) || contested.has(id) || cant.has(id)) continue;
    const change = sent.find((c) => c.id === id);
    const untouched = field.value === (change ? change.now : stored.get(id));
    const busy = field.tagName === "TEXTAREA" && field === document.activeElement; // the caret stays where it is
    if (field.dataset.terms && change) wrong.delete(id);
    stored.set(id, busy && change && change.now.trim() === text ? change.now : text);
    if (untouched && field.value !== text && !busy && !(field.dataset.terms && text === "")) {
      field.value = text;
      if (!change) flash(field);
    }
  }
  for (const id of conflicts) contest(id, answer.cells[id] ?? answer.texts[id] ?? "");
  addUp(form);
  show(answer.findings);
  const time = new Date().toLocaleTimeString("zh-CN", { hour12: false });
  say(conflicts.size ? status.dataset.conflict : `${status.dataset.saved} ${time}`);
  if (changed().length) later();
}

function flash(field) {
  field.classList.remove("changed");
  requestAnimationFrame(() => field.classList.add("changed"));
}

// Both sides are shown and somebody chooses; until then the place is not saved.
function contest(id, theirs) {
  const field = byId.get(id), blank = panel.dataset.empty;
  contested.add(id);
  if (panel.hidden) {
    panel.hidden = false;
    panel.replaceChildren(Object.assign(document.createElement("p"), { textContent: panel.dataset.title }));
  }
  const item = document.createElement("div");
  item.className = "conflict";
  item.dataset.conflict = id;
  const label = field.getAttribute("aria-label") ?? document.getElementById(field.getAttribute("aria-labelledby"))?.textContent ?? id;
  const line = (cls, text) => item.append(Object.assign(document.createElement("span"), { className: cls, textContent: text }));
  line("where", label);
  line("mine", `${panel.dataset.mine}: ${field.value || blank}`);
  line("theirs", `${panel.dataset.theirs}: ${theirs || blank}`);
  const choice = (text, act) => {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "button", textContent: text });
    button.addEventListener("click", () => {
      contested.delete(id);
      stored.set(id, theirs);
      act();
      item.remove();
      panel.hidden = contested.size === 0;
      field.focus();
      addUp(form);
      later(0);
    });
    item.append(button);
  };
  choice(panel.dataset.keepMine, () => {});
  choice(panel.dataset.keepTheirs, () => { field.value = theirs; });
  panel.append(item);
}

function show(findings) {
  const list = document.getElementById("findings"), select = document.getElementById("finding"), chosen = select.value;
  list.replaceChildren(...findings.map((f, at) => {
    const item = Object.assign(document.createElement("li"), { id: `f-${at}`, className: f.severity });
    const part = (cls, text) => item.append(Object.assign(document.createElement("span"), { className: cls, textContent: text }), " ");
    part("weight", f.weight);
    part("code", f.code);
    if (f.anchor) item.append(Object.assign(document.createElement("a"), { href: "#" + f.anchor, textContent: f.place }), " ");
    part("sentence", f.text);
    part("basis", f.basis);
    return item;
  }));
  document.getElementById("finding-count").textContent = findings.length;
  document.getElementById("no-findings").hidden = findings.length > 0;
  const open = findings.filter((f) => f.disposable);
  select.replaceChildren(...open.map((f) => new Option(`${f.code} ${f.text}`, `${f.code}|${f.where}`)));
  select.value = open.some((f) => `${f.code}|${f.where}` === chosen) ? chosen : select.options[0]?.value ?? "";
  document.getElementById("dispose").hidden = open.length === 0;
  for (const field of fields) {
    const at = findings.map((f, n) => [f, n]).filter(([f]) => f.anchor === field.id);
    const bad = at.some(([f]) => f.severity === "error"), warn = at.some(([f]) => f.severity === "warning");
    const box = field.closest("td") ?? field;
    box.classList.toggle("bad", bad);
    box.classList.toggle("warn", warn && !bad);
    if (bad) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
    const kept = (field.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id && !/^f-\d+$/.test(id));
    const ids = [...kept, ...at.map(([, n]) => `f-${n}`)];
    if (ids.length) field.setAttribute("aria-describedby", ids.join(" ")); else field.removeAttribute("aria-describedby");
  }
}

form.addEventListener("input", () => { addUp(form); later(); });
form.addEventListener("submit", async (event) => {
  if (leaving) return;
  event.preventDefault(); // what is typed is saved first, so that a second editor is met cell by cell
  clearTimeout(timer);
  while (saving) await saving;
  await save();
  if (contested.size) { panel.scrollIntoView(); panel.querySelector("button")?.focus(); return; }
  leaving = true;
  form.requestSubmit(event.submitter);
});
addEventListener("beforeunload", (event) => { if (!leaving && changed().length) event.preventDefault(); });
new Grid(form, { changed: () => { addUp(form); later(); }, pasted: (count) => say(`${status.dataset.pasted}: ${count}`), undo: (field) => stored.get(idOf(field)) });
say("");
