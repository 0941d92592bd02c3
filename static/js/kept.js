// What is written without a connection: kept on this phone, shown, and sent once when there is a connection again.
//
// Every long form (data-draft-url) and every form that asks for it (data-keeps) is kept from the moment it is sent
// until the server has it: the server says so with a cookie (kept_answer=<id>.done or .back). Without a connection the
// form waits. It is shown to and sent for nobody but its author, and carries its form_key, so that two sendings are
// one. A shared device (data-shared-device) keeps nothing. Words to show stand in templates/components/_kept.html.
import { open, sendWaiting, state } from "./sending.js";
import { drop, found, hidden, isShared, isShell, keep, mine, newId, person } from "./store.js";

const NEVER = new Set(["csrfmiddlewaretoken", "kept", "written_by", "password"]);
const parts = document.getElementById("kept-parts");
const main = document.getElementById("main");

// A form that is sent -----------------------------------------------------------------------------------------

const isPlain = (form) => form.method === "post" && !form.matches("[data-signs-out], [hx-post]");
const keeps = (form) => isPlain(form) && form.matches("[data-draft-url], [data-keeps]");
const addressOf = (form) => new URL(form.getAttribute("action") || location.href, location.href);
const hasFile = (form) => [...form.querySelectorAll("input[type=file]")].some((box) => box.files.length);

// As a browser sends it, to the letter: the server knows a second sending by its words.
function fieldsOf(form, button) {
  const fields = [...new FormData(form)].filter(([name, value]) => !NEVER.has(name) && typeof value === "string");
  if (button && button.name) fields.push([button.name, button.value]);
  return fields.map(([name, value]) => [name, value.replace(/\r\n|\r|\n/g, "\r\n")]);
}

function thingOf(form, button) {
  const typed = [...form.querySelectorAll("textarea, input:not([type]), input[type=text], input[type=number]")];
  const words = typed.filter((box) => box.value.trim() && !box.hidden).map((box) => box.value.trim());
  const heading = main.querySelector("h1");
  const url = addressOf(form);
  const id = hidden(form, "kept", newId());
  return {
    id,
    person,
    url: url.pathname + url.search,
    page: location.pathname + location.search,
    title: heading ? heading.textContent.trim() : document.title,
    first: words.join(", ").slice(0, 120),
    words,
    fields: fieldsOf(form, button),
    at: Date.now(),
    was_kept: (found(id) || {}).was_kept,
  };
}

function sent(event) {
  const form = event.target;
  if (!keeps(form) || !person || isShared || "sharedDevice" in form.dataset) return;
  const button = event.submitter;
  if (button && button.hasAttribute("formaction")) { // it leads somewhere else
    form.querySelectorAll("input[name=kept]").forEach((box) => box.remove());
    return;
  }
  const thing = thingOf(form, button);
  if (navigator.onLine && !isShell) {
    keep({ ...thing, state: hasFile(form) ? "file" : "sending", under_way: true });
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  if (keep({ ...thing, state: hasFile(form) ? "file" : "waiting", was_kept: true })) keptHere(form);
  else form.before(part("kept-full"));
}

function keptHere(form) {
  form.dispatchEvent(new CustomEvent("kept", { bubbles: true }));
  const note = part("kept-here");
  note.querySelector("button").addEventListener("click", () => {
    note.remove();
    form.hidden = false;
    (form.querySelector("textarea, input:not([type=hidden])") || form).focus();
  });
  form.before(note);
  form.hidden = true;
  draw();
  note.focus();
  if (navigator.onLine) sendAndShow();
}

// What became of it -------------------------------------------------------------------------------------------

const formFor = (thing) =>
  [...document.forms].find((form) => isPlain(form) && addressOf(form).pathname === thing.url.split("?")[0]);

function settle() {
  const said = /(?:^|; )kept_answer=([0-9a-z-]+)\.(done|back)/.exec(document.cookie);
  if (said) document.cookie = "kept_answer=; Max-Age=0; path=/; SameSite=Lax";
  for (const thing of mine()) {
    const answer = said && said[1] === thing.id ? said[2] : "";
    const form = answer === "back" && formFor(thing);
    if (answer === "done" || (form && thing.under_way && !thing.was_kept)) drop(thing);
    else if (form) showIn(form, thing);
    else if (thing.under_way) {
      keep({ ...thing, state: thing.state === "sending" ? "waiting" : thing.state, under_way: false });
    }
  }
}

// It stands in this form, and is let go once the form was taken.
function showIn(form, thing) {
  keep({ ...thing, state: "look", under_way: false });
  state.here = thing.id;
  form.dataset.keeps = "";
  hidden(form, "kept", thing.id);
  for (const way of document.querySelectorAll("[data-drops-kept]")) way.addEventListener("click", () => drop(thing));
}

// "#kept=<id>": its words go back into the form they came from.
function fillIn() {
  const asked = /^#kept=([0-9a-z-]+)$/.exec(location.hash);
  const thing = asked && found(asked[1]);
  const form = thing && formFor(thing);
  if (!form) return;
  for (const box of form.elements) {
    const values = thing.fields.filter(([name]) => name === box.name).map(([, value]) => value);
    if (!values.length || ["hidden", "file", "submit"].includes(box.type)) continue;
    if (["radio", "checkbox"].includes(box.type)) box.checked = values.includes(box.value);
    else [box.value] = values;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
  state.here = thing.id;
  hidden(form, "kept", thing.id);
}

// Showing -----------------------------------------------------------------------------------------------------

const part = (name) => parts.content.querySelector(`.${name}`).cloneNode(true);
const whenOf = (thing) => new Date(thing.at).toLocaleString(document.documentElement.lang || [], {
  weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});

function draw(wentTo) {
  main.querySelectorAll(":scope > .kept, :scope > .kept-sent").forEach((old) => old.remove());
  const things = mine().filter((thing) => thing.id !== state.here && !thing.under_way);
  if (things.length) main.prepend(strip(things));
  if (!wentTo) return;
  const note = part("kept-sent");
  note.querySelector("a").href = wentTo;
  note.setAttribute("role", "status");
  main.prepend(note);
  main.querySelectorAll(".kept-here").forEach((old) => old.remove());
}

function strip(things) {
  const section = part("kept");
  const heading = section.querySelector("h2");
  const look = things.some((thing) => thing.state !== "waiting");
  const [one, many] = look ? ["lookOne", "lookMany"] : ["one", "many"];
  heading.textContent = heading.dataset[things.length > 1 ? many : one].replace("{number}", things.length);
  section.querySelector(".kept-sign-in").hidden = !state.signedOut;
  section.querySelector(".kept-sign-in a").href += `?next=${encodeURIComponent(location.pathname + location.search)}`;
  section.querySelector("ul").append(...things.map(line));
  return section;
}

function paragraph(words) {
  const one = document.createElement("p");
  one.textContent = words;
  return one;
}

function line(thing) {
  const item = part("kept-one");
  item.querySelector(".kept-title").textContent = thing.title;
  item.querySelector(".kept-when").textContent = whenOf(thing);
  item.querySelector(".kept-first").textContent = thing.first;
  item.querySelector(".kept-all").append(...thing.words.map(paragraph));
  item.querySelector("details").hidden = thing.words.join(", ") === thing.first;
  const about = item.querySelector(".kept-state");
  about.hidden = thing.state === "waiting";
  about.textContent = about.dataset[thing.state] || "";
  const button = (does) => item.querySelector(`[data-does=${does}]`);
  button("send").hidden = thing.state !== "waiting";
  button("open").hidden = !["look", "file"].includes(thing.state);
  button("send").addEventListener("click", () => sendAndShow(thing.id));
  button("open").addEventListener("click", () => open(thing).then(() => draw(), () => draw()));
  button("remove").addEventListener("click", () => remove(thing, item));
  return item;
}

function remove(thing, item) {
  drop(thing);
  const gone = part("kept-gone");
  gone.querySelector("button").addEventListener("click", () => {
    keep(thing);
    draw();
  });
  item.replaceWith(gone);
  gone.querySelector("button").focus();
}

async function sendAndShow(only) {
  draw(await sendWaiting(only));
}

if (parts && main) {
  settle();
  fillIn();
  draw();
  if (mine().length) sendAndShow();
  document.addEventListener("submit", sent, true);
  addEventListener("online", () => mine().length && sendAndShow());
  addEventListener("pageshow", (event) => event.persisted && draw());
}
