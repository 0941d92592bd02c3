// Boxes of a form: nothing typed is cut, and a day is said with its weekday.

// How much of a long text fits, told once it comes near; the server keeps every word of what is too long.
const SHORT = 60; // characters: codes and the like keep the browser's own limit
const NEAR = 0.9;
const say = (key) => document.body.dataset[key] || "";
const language = document.documentElement.lang || [];

function letGrow(box) {
  const own = Number(box.getAttribute("maxlength"));
  if (own > SHORT) {
    box.removeAttribute("maxlength");
    box.dataset.longest = own;
  }
}

// As the server counts: characters, and two for the end of a line.
const lengthOf = (words) => [...words].length + (words.match(/\n/g) || []).length;

function count(box) {
  const longest = Number(box.dataset.longest);
  const line = document.createElement("p");
  line.className = "count";
  line.setAttribute("role", "status");
  const number = document.createElement("p");
  number.className = "count";
  number.setAttribute("aria-hidden", "true");
  let said = "";
  const look = () => {
    const left = longest - lengthOf(box.value);
    const words = left < 0 ? "sayTooLong" : left < longest * (1 - NEAR) ? "sayRoomLeft" : "";
    if (!words && !said) return;
    if (!line.isConnected) box.after(line, number);
    if (words !== said) line.textContent = say(words); // heard once, not at each key
    said = words;
    number.textContent = words ? say(`${words}Number`).replace("{number}", Math.abs(left).toLocaleString(language)) : "";
  };
  box.addEventListener("input", look);
  look();
}

// "Tuesday, 24 November 2026" under a day, since one easily picks the wrong one: the words in the page's language, in
// the order the server writes them in (data-day-as).
function sayDay(line) {
  const box = document.getElementById(line.dataset.dayOf);
  if (!box) return;
  const part = (day, kind, how) => new Intl.DateTimeFormat(language, { [kind]: how, timeZone: "UTC" }).format(day);
  box.addEventListener("input", () => {
    const day = box.value ? new Date(`${box.value}T00:00:00Z`) : null;
    const known = day && !Number.isNaN(day.getTime());
    const words = known && {
      weekday: part(day, "weekday", "long"),
      day: day.getUTCDate(),
      month: part(day, "month", "long"),
      year: day.getUTCFullYear(),
    };
    line.textContent = known ? line.dataset.dayAs.replace(/{(\w+)}/g, (_whole, kind) => words[kind]) : "";
  });
}

const seen = new WeakSet();
function once(element, make) {
  if (seen.has(element)) return;
  seen.add(element);
  make(element);
}
function prepare(root) {
  root.querySelectorAll("textarea[maxlength], input[maxlength]").forEach(letGrow);
  root.querySelectorAll("[data-longest]").forEach((box) => once(box, count));
  root.querySelectorAll("[data-day-of]").forEach((line) => once(line, sayDay));
}
prepare(document);
document.addEventListener("htmx:load", (event) => prepare(event.target.parentNode || document));
