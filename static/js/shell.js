// A page for when there is no connection: whose it is, where it sends to, and what was typed here before.
import { erase, hidden, mine, newId, numbersKey, person, read, typingKey, who, write } from "./store.js";

const { body } = document;
const form = document.querySelector("form[data-shell-form]");
const me = who();
const inside = /^\/[a-z0-9-]+\/[a-z0-9-]+\//.exec(location.pathname);
const isMine = Boolean(person) && (!inside || inside[0] === me.place); // another place may be another person there
const each = (chosen, work) => document.querySelectorAll(chosen).forEach(work);
const iso = (day) => day.toISOString().slice(0, 10);
const today = () => {
  const now = new Date();
  return new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
};
const later = (day, days) => new Date(day.getTime() + days * 86400000);

// The first Tuesday with a day between to try, as the server proposes it.
function nextTuesday() {
  const earliest = later(today(), 2);
  return later(earliest, (9 - earliest.getUTCDay()) % 7);
}

function whose() {
  each("[data-shell-who]", (line) => {
    line.textContent = isMine && me.name ? line.dataset.shellWho.replace("{name}", me.name) : "";
  });
  each("[data-shell-nobody]", (line) => { line.hidden = isMine; });
  each("[data-shell-ways]", (ways) => { ways.hidden = !isMine; });
  each("[data-to]", (way) => { way.href = (me.place || "/") + way.dataset.to; });
  each("[data-shell-again], [data-shell-back] a", (way) => { way.href = location.href; });
}

// The weeks one can put numbers in for: this one and the four before it; until Wednesday the last one is meant.
function weeks(box) {
  const monday = later(today(), -((today().getUTCDay() + 6) % 7));
  const month = new Intl.DateTimeFormat(document.documentElement.lang || [], { month: "long", timeZone: "UTC" });
  const say = (day) => box.dataset.dayAs.replace("{day}", day.getUTCDate()).replace("{month}", month.format(day));
  for (let back = 0; back < 5; back += 1) {
    const start = later(monday, -7 * back);
    box.append(new Option(box.dataset.weeks.replace("{day}", say(start)), iso(start)));
  }
  const choose = () => form.setAttribute("action", `${location.pathname}?period=${box.value}`);
  box.value = iso(later(monday, today() < later(monday, 3) ? -7 : 0));
  box.addEventListener("change", choose);
  choose();
}

function box(field) {
  const row = Object.assign(document.createElement("div"), { className: "number-field" });
  const label = document.createElement("label");
  const input = Object.assign(document.createElement("input"), { type: "text", id: `in-${field.name}`, name: field.name });
  input.inputMode = field.inputMode || "numeric";
  input.autocomplete = "off";
  label.htmlFor = input.id;
  label.textContent = field.label;
  row.append(label, input);
  return row;
}

function tick({ name, value }) {
  const label = Object.assign(document.createElement("label"), { className: "choice bare" });
  const words = Object.assign(document.createElement("span"), { textContent: value });
  label.append(Object.assign(document.createElement("input"), { type: "checkbox", name, value, checked: true }), words);
  return label;
}

function numbers() {
  const asked = read(numbersKey) || [];
  const place = form.querySelector("[data-numbers]");
  form.querySelector("[data-numbers-unknown]").hidden = asked.length > 0;
  form.querySelector("[type=submit]").hidden = !asked.length;
  for (const one of asked) {
    const part = form.querySelector("template").content.querySelector("fieldset").cloneNode(true);
    part.querySelector("legend").textContent = one.name;
    part.querySelector(".number-fields").append(...one.boxes.map((field) => box(field)));
    part.querySelector(".rooms").hidden = !(one.rooms || []).length;
    part.querySelector(".ticks").append(...(one.rooms || []).map(tick));
    const reason = part.querySelector("[name=reason]");
    reason.name = one.reason || "";
    reason.id = `in-${one.reason}`;
    part.querySelector(".field label").htmlFor = reason.id;
    place.append(part);
  }
  weeks(form.querySelector("#week"));
}

// What is typed here survives a tab that is closed before it is sent.
function typing() {
  const key = typingKey(location.pathname);
  const all = () => [...form.querySelectorAll("textarea, input:not([type=hidden]), select")].filter((one) => one.name);
  for (const [name, value] of read(key) || []) {
    for (const one of all().filter((each) => each.name === name)) {
      if (["radio", "checkbox"].includes(one.type)) one.checked = one.value === value;
      else one.value = value;
      one.dispatchEvent(new Event("input", { bubbles: true }));
    }
  }
  const note = () => write(key, [...new FormData(form)].filter(([name]) => name !== "form_key" && name !== "kept"));
  form.addEventListener("input", note);
  form.addEventListener("kept", () => erase(key));
}

function prepare() {
  form.setAttribute("action", location.pathname + body.dataset.sendsTo);
  if (body.dataset.shell === "numbers") numbers();
  else hidden(form, "form_key", newId());
  for (const day of form.querySelectorAll("[name$=look_back_on]")) {
    day.value = iso(nextTuesday());
    day.dispatchEvent(new Event("input", { bubbles: true }));
  }
  typing();
  form.hidden = false;
}

whose();
if (form && isMine) prepare();
addEventListener("online", () => each("[data-shell-back]", (note) => { note.hidden = false; }));
if (navigator.onLine && !mine().length) each("[data-shell-back]", (note) => { note.hidden = false; });
