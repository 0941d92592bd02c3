// Keeps what is being typed: on the server after a short pause, on this device while there is no connection.
//
//   <form method="post" data-draft-url="…" data-draft-version="…">       any <p data-saved-line role="status"> inside
//   data-shared-device on the form or the body: nothing is written to this device.
//
// The words go out with the version the form was opened at. The server answers 2xx when it has them; a way to the
// sign-in page means that the session is over. A copy on this device belongs to one person and one form; it is sent
// when the connection is back, offered in the form it belongs to, and dropped once the words have arrived.

const PAUSE = 2000; // milliseconds without a key before the words are sent
const AGAIN = 20000; // milliseconds until the next try while there is no connection
const PREFIX = "words:";
const NEVER = new Set(["csrfmiddlewaretoken", "form_key", "version", "password"]);

const body = document.body;
const savers = []; // of the forms on this page
let leaving = false; // signing out
const person = body.dataset.person || "";
const say = (key) => body.dataset[key] || "";
const keyOf = (url) => `${PREFIX}${person}:${url}`;

// What is on this device -------------------------------------------------------------------------

function stored() {
  const found = [];
  try {
    for (let at = 0; at < localStorage.length; at += 1) {
      const key = localStorage.key(at);
      if (key.startsWith(PREFIX)) found.push([key, JSON.parse(localStorage.getItem(key))]);
    }
  } catch (unreadable) {
    return [];
  }
  return found;
}

function keep(url, copy) {
  try {
    localStorage.setItem(keyOf(url), JSON.stringify(copy));
    return true;
  } catch (full) {
    return false;
  }
}

function drop(url) {
  try {
    localStorage.removeItem(keyOf(url));
  } catch (unreachable) {
    // a device that keeps nothing has nothing to drop
  }
}

function copyOf(url) {
  const found = stored().find(([key]) => key === keyOf(url));
  return found ? found[1] : null;
}

// The words of a form ----------------------------------------------------------------------------

function wordsOf(form) {
  const words = {};
  for (const box of form.elements) {
    if (!box.name || NEVER.has(box.name) || box.type === "file" || box.type === "password" || box.disabled) continue;
    if (["submit", "button", "hidden"].includes(box.type)) continue;
    if (box.type === "radio" || box.type === "checkbox") {
      if (box.type === "checkbox" && form.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`).length > 1) {
        words[box.name] = [...(words[box.name] || []), ...(box.checked ? [box.value] : [])];
      } else if (box.checked) words[box.name] = box.value;
      else if (!(box.name in words)) words[box.name] = "";
    } else words[box.name] = box.value;
  }
  return words;
}

function putBack(form, words) {
  for (const box of form.elements) {
    if (!(box.name in words) || box.type === "hidden") continue;
    const value = words[box.name];
    if (box.type === "radio" || box.type === "checkbox") box.checked = [].concat(value).includes(box.value);
    else box.value = value;
    box.dispatchEvent(new Event("input", { bubbles: true }));
  }
}

// Sending ----------------------------------------------------------------------------------------

function token() {
  const hidden = document.querySelector("input[name=csrfmiddlewaretoken]");
  if (hidden) return hidden.value;
  try {
    return JSON.parse(body.getAttribute("hx-headers"))["X-CSRFToken"];
  } catch (none) {
    return "";
  }
}

function send(url, words, version, keepalive = false) {
  return fetch(url, {
    method: "POST",
    credentials: "same-origin",
    redirect: "manual", // followed, the sign-in page would look like a yes
    keepalive,
    headers: { "Content-Type": "application/json", "X-CSRFToken": token() },
    body: JSON.stringify(version ? { ...words, version } : words),
  });
}

// Why an answer is no yes: signed out, refused for good, or trouble that may pass.
function kindOf(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) return "SignedOut";
  return answer.status >= 400 && answer.status < 500 && answer.status !== 429 ? "Refused" : "Trouble";
}

async function sendWaiting() {
  for (const [key, copy] of stored()) {
    if (!key.startsWith(`${PREFIX}${person}:`) || !person || document.querySelector(formOf(copy.url))) continue;
    try {
      const answer = await send(copy.url, copy.words, copy.version);
      if (answer.ok) drop(copy.url);
    } catch (noConnection) {
      return;
    }
  }
}

const formOf = (url) => `form[data-draft-url="${CSS.escape(url)}"]`;

// One form ---------------------------------------------------------------------------------------

function watch(form) {
  const url = form.dataset.draftUrl;
  const version = form.dataset.draftVersion || "";
  const shared = "sharedDevice" in form.dataset || "sharedDevice" in body.dataset;
  const line = lineOf(form);
  let timer = 0;
  let dirty = false;
  let sending = false;
  let last = JSON.stringify(wordsOf(form));

  const localCopy = (submitted) => {
    if (shared || !person || leaving) return false;
    return keep(url, { url, version, submitted, page: location.pathname, at: Date.now(), words: wordsOf(form) });
  };

  async function save() {
    clearTimeout(timer);
    if (!dirty || sending) return;
    const words = wordsOf(form);
    const text = JSON.stringify(words);
    sending = true;
    timer = 0;
    try {
      const answer = await send(url, words, version);
      if (answer.ok) arrived(text);
      else notTaken(kindOf(answer), text);
    } catch (noConnection) {
      line.textContent = say(localCopy(false) ? "sayKept" : "sayStay");
      timer = setTimeout(save, AGAIN);
    } finally {
      sending = false;
    }
    if (dirty && timer === 0) timer = setTimeout(save, PAUSE);
  }

  function arrived(text) {
    last = text;
    dirty = JSON.stringify(wordsOf(form)) !== last;
    drop(url);
    line.textContent = say("saySaved").replace("{time}", clock());
  }

  // The server answered, and does not have the words. What is refused is not sent again until it is changed.
  function notTaken(kind, text) {
    line.textContent = say(`say${kind}${localCopy(false) ? "" : "Stay"}`);
    if (kind === "Refused" && JSON.stringify(wordsOf(form)) === text) dirty = false;
    else timer = setTimeout(save, AGAIN);
  }

  function changed() {
    dirty = JSON.stringify(wordsOf(form)) !== last;
    clearTimeout(timer);
    if (dirty) timer = setTimeout(save, PAUSE);
  }

  savers.push(save);
  form.addEventListener("kept", () => { // the form waits here as a whole: no draft of it is on its way
    clearTimeout(timer);
    arrived(JSON.stringify(wordsOf(form)));
    line.textContent = "";
  });
  form.addEventListener("input", changed);
  form.addEventListener("change", changed);
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    localCopy(true);
    dirty = false;
  });
  addEventListener("pagehide", () => {
    clearTimeout(timer);
    if (!dirty) return;
    localCopy(false);
    send(url, wordsOf(form), version, true).then((answer) => answer.ok && drop(url)).catch(() => {});
  });
  addEventListener("online", () => save());
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && save());
  offer(form, url, () => last, changed);
}

function clock() {
  return new Date().toLocaleTimeString(document.documentElement.lang || [], { hour: "2-digit", minute: "2-digit" });
}

function lineOf(form) {
  const found = form.querySelector("[data-saved-line]");
  if (found) return found;
  const line = document.createElement("p");
  line.className = "saved";
  line.setAttribute("role", "status");
  form.insertBefore(line, form.querySelector(":scope > .actions, :scope > .row:last-of-type"));
  return line;
}

// Words found on this device that the page does not show: they are offered, never put in by themselves.
function offer(form, url, shown, changed) {
  const copy = copyOf(url);
  if (!copy) return;
  if (JSON.stringify(copy.words) === shown()) {
    drop(url);
    return;
  }
  const note = document.createElement("div");
  note.className = "message info";
  note.setAttribute("role", "status");
  const words = document.createElement("div");
  words.textContent = say("sayOffer");
  const back = buttonSaying(say("sayPutBack"), "button quiet");
  const no = buttonSaying(say("sayDrop"), "button plain");
  back.addEventListener("click", () => {
    putBack(form, copy.words);
    note.remove();
    changed();
    (form.querySelector("textarea, input:not([type=hidden])") || form).focus();
  });
  no.addEventListener("click", () => {
    drop(url);
    note.remove();
  });
  note.append(words, back, no);
  form.before(note);
}

function buttonSaying(text, className) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.textContent = text;
  return button;
}

// The page ---------------------------------------------------------------------------------------

// What became of a form that was sent: a page that says it could not be taken keeps the words for later; a form that
// came back with something to look at still shows them; any other answer means that they have arrived.
function settleSubmitted() {
  const refused = "keepWords" in body.dataset;
  const cameFrom = document.referrer ? new URL(document.referrer).pathname : "";
  for (const [key, copy] of stored()) {
    if (!copy.submitted) continue;
    if (refused) localStorage.setItem(key, JSON.stringify({ ...copy, submitted: false }));
    else if (copy.page === cameFrom && !cameBack(copy.url)) drop(copy.url);
  }
}

function cameBack(url) {
  const form = document.querySelector(formOf(url));
  return form !== null && form.querySelector('[aria-invalid="true"], .form-errors') !== null;
}

// Signing out: what is not on the server yet is sent first, then nothing of this person stays on the device.
function clearAtSignOut(form) {
  form.addEventListener("submit", async (event) => {
    if (!navigator.onLine) return;
    event.preventDefault();
    await Promise.race([Promise.allSettled(savers.map((save) => save())), new Promise((done) => setTimeout(done, PAUSE))]);
    leaving = true;
    for (const [key, copy] of stored()) if (key === keyOf(copy.url)) drop(copy.url);
    form.submit();
  });
}

const watched = new WeakSet();
function watchAll(root) {
  for (const form of root.querySelectorAll("form[data-draft-url]")) {
    if (watched.has(form)) continue;
    watched.add(form);
    watch(form);
  }
}

settleSubmitted();
watchAll(document);
document.addEventListener("htmx:load", (event) => watchAll(event.target.parentNode || document));
document.querySelectorAll("form[data-signs-out]").forEach(clearAtSignOut);
addEventListener("online", sendWaiting);
sendWaiting();
