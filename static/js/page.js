// Small helps for what HTML cannot do by itself. Every page works without them.

// A form is sent once, however often the button is tapped. It is ready again when one comes back to the page, and
// after a while where the answer is no page (a file to keep, or nothing): the server takes one sending once anyway.
const sent = new Set();
const READY_AGAIN = 6000; // milliseconds
function makeReady(form) {
  sent.delete(form);
  form.removeAttribute("aria-busy");
  form.querySelectorAll("[aria-disabled]").forEach((button) => button.removeAttribute("aria-disabled"));
}
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post" || form.matches("[hx-post], [hx-put], [hx-delete]")) return;
  if (sent.has(form)) {
    event.preventDefault();
    return;
  }
  sent.add(form);
  form.setAttribute("aria-busy", "true");
  for (const button of form.querySelectorAll("button[type=submit], button:not([type])")) {
    button.setAttribute("aria-disabled", "true");
  }
  setTimeout(() => makeReady(form), READY_AGAIN);
});
addEventListener("pageshow", () => [...sent].forEach(makeReady));

// A page that answered a form (with what to look at once more) is asked for anew on the way back and on reloading: the
// browser would otherwise ask a person whether to send the form again, or show nothing at all.
history.replaceState(history.state, "", location.href);

// A term opens its sentence where it stands, one at a time; Escape, or a tap elsewhere, shuts it.
function shutTerms(but) {
  for (const word of document.querySelectorAll('.term-word[aria-expanded="true"]')) {
    if (word !== but) word.setAttribute("aria-expanded", "false");
  }
}
function toggleTerm(word) {
  const open = word.getAttribute("aria-expanded") !== "true";
  shutTerms(word);
  word.setAttribute("aria-expanded", String(open));
  if (!open) return;
  const box = word.parentElement;
  box.classList.remove("from-end");
  const text = box.querySelector(".term-text").getBoundingClientRect();
  if (text.right > document.documentElement.clientWidth - 8) box.classList.add("from-end");
}
document.addEventListener("click", (event) => {
  const word = event.target.closest(".term-word");
  if (word) {
    event.preventDefault();
    toggleTerm(word);
  } else if (!event.target.closest(".term-text")) shutTerms();
  const more = document.querySelector("details.more[open]");
  if (more && !more.contains(event.target)) more.open = false;
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") {
    shutTerms();
    const more = document.querySelector("details.more[open]");
    if (more) {
      more.open = false;
      more.querySelector("summary").focus();
    }
  }
  const word = event.target.closest?.(".term-word");
  if (word && event.key === " ") {
    event.preventDefault();
    toggleTerm(word);
  }
});

// The points of a chart: one stop of the tab key, then left and right, first and last.
const STEPS = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
document.addEventListener("keydown", (event) => {
  const dot = event.target.closest?.(".chart .dot");
  if (!dot) return;
  const dots = [...dot.closest(".chart").querySelectorAll(".dot")];
  const here = dots.indexOf(dot);
  let next = here;
  if (event.key in STEPS) next = Math.min(dots.length - 1, Math.max(0, here + STEPS[event.key]));
  else if (event.key === "Home") next = 0;
  else if (event.key === "End") next = dots.length - 1;
  else return;
  event.preventDefault();
  dot.setAttribute("tabindex", "-1");
  dots[next].setAttribute("tabindex", "0");
  dots[next].focus();
});
function oneStop(root) {
  for (const chart of root.querySelectorAll(".chart")) {
    const dots = chart.querySelectorAll(".dot[tabindex]");
    dots.forEach((dot, at) => dot.setAttribute("tabindex", at === dots.length - 1 ? "0" : "-1"));
  }
}
oneStop(document);
document.addEventListener("htmx:load", (event) => oneStop(event.target));

// A form that came back shows first what still needs a look.
document.querySelector("[data-focus-first]")?.focus();

// On a device that others use too: a page that the browser kept is asked for anew, nothing is filled in by itself, and
// after a while without a touch the page gives way to the next person.
if ("sharedDevice" in document.body.dataset) {
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  for (const form of document.forms) form.setAttribute("autocomplete", "off");
}
const done = document.querySelector("form[data-idle]");
if (done) {
  let timer = 0;
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(() => done.requestSubmit(), Number(done.dataset.idle) * 1000);
  };
  for (const kind of ["pointerdown", "keydown", "scroll"]) addEventListener(kind, wait, { passive: true });
  wait();
}

// After coming in by card: the offer is made where the device can keep a key.
const offer = document.querySelector("[data-passkey-offer]");
if (offer && window.PublicKeyCredential) {
  const can = PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable?.();
  can?.then((yes) => { offer.hidden = !yes; }).catch(() => {});
}
