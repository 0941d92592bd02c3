// Sends what is kept: with a fresh token, in the name of whoever wrote it, once.
import { drop, found, isShared, keep, mine, person } from "./store.js";

const READY = "/offline/ready/";
const RETRY = [412, 429]; // somebody else is signed in now; too much at once
let running = null; // the sending that is under way
export const state = { signedOut: false, here: "" }; // here: the id of what this page shows in a form

async function fresh() {
  const answer = await fetch(READY, { credentials: "same-origin", cache: "no-store" });
  if (!answer.ok) throw new Error("not ready");
  const server = await answer.json();
  state.signedOut = !server.signed_in;
  return server;
}

// Never more than one window at a time; a browser without locks is held by the server, which takes a form_key once.
const alone = (work) => (navigator.locks ? navigator.locks.request("kept", work) : work());
const waiting = (only) =>
  mine().filter((thing) => thing.state === "waiting" && thing.id !== state.here && (!only || thing.id === only));

// Send what waits, or one of it; gives the page where the last of it can be seen. Who asks meanwhile waits along.
export async function sendWaiting(only) {
  if (isShared || !waiting(only).length) return running;
  running = running || sendThem(only).finally(() => { running = null; });
  return running;
}

async function sendThem(only) {
  let wentTo = null;
  try {
    const server = await fresh();
    if (server.signed_in) {
      await alone(async () => {
        for (const thing of waiting(only)) if (found(thing.id)) wentTo = (await send(thing, server.token)) || wentTo;
      });
    }
  } catch (noConnection) {
    // it goes on waiting
  }
  return wentTo;
}

async function send(thing, token) {
  const answer = await fetch(thing.url, {
    method: "POST",
    credentials: "same-origin",
    redirect: "manual",
    headers: { "X-CSRFToken": token, "X-Written-By": thing.person },
    body: new URLSearchParams(thing.fields),
  });
  if (answer.status === 200) {
    drop(thing);
    return (await answer.json()).went_to;
  }
  if (answer.status === 401) state.signedOut = true;
  else if ([409, 422].includes(answer.status)) keep({ ...thing, state: "look", was_kept: true });
  else if (answer.status >= 400 && answer.status < 500 && !RETRY.includes(answer.status)) {
    keep({ ...thing, state: "refused" });
  }
  return null;
}

// The server's own page has the last word: the form with what is asked, or both versions side by side.
export async function open(thing) {
  if (thing.state === "file") {
    location.assign(`${thing.page}#kept=${thing.id}`);
    if (location.pathname + location.search === thing.page) location.reload();
    return;
  }
  const server = await fresh();
  if (!server.signed_in) return;
  const form = Object.assign(document.createElement("form"), { method: "post", action: thing.url, hidden: true });
  const own = [["csrfmiddlewaretoken", server.token], ["kept", thing.id], ["written_by", person]];
  for (const [name, value] of [...own, ...thing.fields]) {
    const box = Object.assign(document.createElement("textarea"), { name });
    box.value = value;
    form.append(box);
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}
