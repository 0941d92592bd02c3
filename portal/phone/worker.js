// For when there is no connection: the same empty pages for everybody, never a page with anything of anybody in it.
//
// Whatever the network answers is what people get, an error too; this worker speaks only where nothing answers. A new
// version therefore takes over at once: nobody is held on an old one. Only our own style sheets, scripts, pictures of
// the frame and empty pages are kept (SHELL.keep), and nothing is added later.

const NAME = `shell-${SHELL.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(SHELL.keep)).then(() => self.skipWaiting()));
});

async function takeOver() {
  for (const name of await caches.keys()) if (name !== NAME) await caches.delete(name);
  if (self.registration.navigationPreload) await self.registration.navigationPreload.enable();
  await self.clients.claim();
}
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

function emptyPageFor(request) {
  const path = new URL(request.url).pathname;
  const form = request.method === "GET" && SHELL.forms.find(([pattern]) => new RegExp(pattern).test(path));
  return form ? form[1] : SHELL.offline;
}

async function page(event) {
  try {
    return (await event.preloadResponse) || (await fetch(event.request));
  } catch (noConnection) {
    return (await caches.match(emptyPageFor(event.request))) || Response.error();
  }
}

async function file(request) {
  try {
    return await fetch(request);
  } catch (noConnection) {
    return (await caches.match(request)) || Response.error();
  }
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.mode === "navigate") event.respondWith(page(event));
  else if (request.method === "GET" && SHELL.keep.includes(url.pathname)) event.respondWith(file(request));
});
