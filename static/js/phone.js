// Whose phone this is: it is remembered for pages without a connection, and forgotten on signing out. The service
// worker is there from the second page on, so that the first one is quick; never on a shared device.
import { sendWaiting } from "./sending.js";
import {
  erase, forgetTyped, forgetWho, isShared, isShell, mine, numbersKey, person, read, remember, who, write,
} from "./store.js";

const LEAVING = "phone:leaving"; // signed out here without a connection: the server is told as soon as it can be
const { body } = document;
const worker = navigator.serviceWorker;

async function forgetShell() {
  try {
    if ("caches" in window) for (const name of await caches.keys()) await caches.delete(name);
    if (worker) for (const one of await worker.getRegistrations()) await one.unregister();
  } catch (unreachable) {
    // a browser that keeps nothing
  }
}

function known() {
  const { place, firstName, worker: address } = body.dataset;
  const before = who();
  if (isShared || !address) forgetShell();
  if (isShared) forgetWho();
  if (isShared || !place) return;
  remember({ person, place, name: firstName });
  if (worker && address && before.person === person) {
    worker.register(`${address}?language=${document.documentElement.lang}`).catch(() => {});
  }
}

// The questions of the numbers page and the team's rooms, without any number: with them it can be filled in offline.
function learnNumbers() {
  const form = document.querySelector("form.number-form");
  if (!form || isShared || location.search.includes("by=room")) return;
  const asked = [...form.querySelectorAll("fieldset.asked")].map((one) => ({
    name: one.querySelector("legend").textContent.trim(),
    reason: (one.querySelector("input[name$=-reason]") || {}).name,
    rooms: [...one.querySelectorAll("input[name$=-rooms]")].map(({ name, value }) => ({ name, value })),
    boxes: [...one.querySelectorAll(".number-field")].map((field) => {
      const label = field.querySelector("label").cloneNode(true);
      label.querySelectorAll(".last-time").forEach((last) => last.remove());
      const { name, inputMode } = field.querySelector("input");
      return { name, inputMode, label: label.textContent.trim().replace(/\s+/g, " ") };
    }),
  }));
  if (asked.length) write(numbersKey, asked);
}

// Signing out: what waits goes out first; without a connection, or where it needs a look, it is asked. -------

const part = (name) => document.getElementById("kept-parts").content.querySelector(`.${name}`).cloneNode(true);

function leaveFirst(event) {
  const form = event.target;
  if (!form.matches("[data-signs-out]") || !person) return;
  if (isShared || form.dataset.mayLeave || (navigator.onLine && !mine().length)) {
    forgetWho();
    forgetShell();
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  sendThenLeave(form);
}

async function sendThenLeave(form) {
  if (navigator.onLine) await sendWaiting();
  if (navigator.onLine && !mine().length) leave(form);
  else ask(form);
}

// Along with the others that listen to this form: what is being typed goes out as well.
function leave(form) {
  form.dataset.mayLeave = "yes";
  if (form.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }))) form.submit();
}

function ask(form) {
  document.querySelectorAll(".kept-leaving").forEach((old) => old.remove());
  const panel = part("kept-leaving");
  panel.querySelector(".kept-leaving-offline").hidden = navigator.onLine;
  panel.querySelector(".kept-leaving-look").hidden = !navigator.onLine;
  panel.querySelector("[data-does=stay]").addEventListener("click", () => panel.remove());
  panel.querySelector("[data-does=leave]").addEventListener("click", () => {
    forgetTyped();
    if (navigator.onLine) leave(form);
    else leaveWithout();
  });
  document.querySelectorAll("details.more[open]").forEach((more) => { more.open = false; });
  document.getElementById("main").prepend(panel);
  panel.focus();
}

function leaveWithout() {
  forgetWho();
  write(LEAVING, person);
  document.querySelectorAll(".topbar, .rail, .tabs, .foot, main > *").forEach((one) => one.remove());
  const note = part("kept-left");
  document.getElementById("main").append(note);
  note.focus();
}

// The sign-out that waited for a connection; somebody else who came in meanwhile stays.
function leaveAtLast() {
  const waits = read(LEAVING);
  const form = document.querySelector("form[data-signs-out]");
  if (!waits || !form || isShell) return false;
  erase(LEAVING);
  if (waits !== person) return false;
  form.submit();
  return true;
}

document.addEventListener("submit", leaveFirst, true);
if (!leaveAtLast() && person && !isShell) {
  known();
  learnNumbers();
}
