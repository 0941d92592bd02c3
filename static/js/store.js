// What is kept on this phone, and for whom. Everything here belongs to one person of one organization.
//
// A thing: id, person, url (where it goes), page (where it was written), title, first (words), words, fields, at (time),
// state: sending | waiting | look (it came back) | file (its file could not be kept) | refused;
// under_way: it was sent a moment ago and nothing is known of it yet; was_kept: it came back before.

const PREFIX = "kept:";
const WHO = "phone:who"; // {person, place, name} of whoever is signed in here
const LONGEST = 30 * 24 * 3600 * 1000; // milliseconds, as long as a draft on the server

export const isShared = "sharedDevice" in document.body.dataset; // by many: nothing is kept
export const isShell = "shell" in document.body.dataset; // a page out of the worker's cache: nobody's

export function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (unreadable) {
    return null;
  }
}

export function write(key, value) {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch (full) {
    return false;
  }
}

export function erase(key) {
  try {
    localStorage.removeItem(key);
  } catch (unreachable) {
    // a device that keeps nothing has nothing to drop
  }
}

function keys(start) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(start));
  } catch (unreachable) {
    return [];
  }
}

export const who = () => read(WHO) || {};
export const person = isShell ? who().person || "" : document.body.dataset.person || "";
export const remember = (one) => write(WHO, one);
export const numbersKey = `phone:numbers:${person}`;
export const typingKey = (path) => `phone:typing:${person}:${path}`;

const keyOf = (thing) => `${PREFIX}${thing.person}:${thing.id}`;
export const keep = (thing) => write(keyOf(thing), thing);
export const drop = (thing) => erase(keyOf(thing));
export const found = (id) => read(keyOf({ person, id }));

export function mine() {
  if (!person) return [];
  const things = keys(`${PREFIX}${person}:`).map(read).filter(Boolean);
  things.filter((thing) => Date.now() - thing.at > LONGEST).forEach(drop);
  return things.filter((thing) => Date.now() - thing.at <= LONGEST).sort((one, other) => one.at - other.at);
}

export function forgetWho() {
  erase(WHO);
  erase(numbersKey);
  keys(typingKey("")).forEach(erase);
}

export function forgetTyped() {
  mine().forEach(drop);
  keys(`words:${person}:`).forEach(erase);
}

export function newId() {
  const numbers = crypto.getRandomValues(new Uint8Array(16));
  const digits = [...numbers].map((number) => number.toString(16).padStart(2, "0")).join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

// A hidden box of a form; what it holds already stays.
export function hidden(form, name, value) {
  let box = form.querySelector(`input[name="${name}"]`);
  if (!box) {
    box = Object.assign(document.createElement("input"), { type: "hidden", name });
    form.append(box);
  }
  if (!box.value) box.value = value;
  return box.value;
}
