// The worker is switched off on the server: the one that is here goes, with everything it kept.
self.addEventListener("install", () => self.skipWaiting());
async function goAway() {
  for (const name of await caches.keys()) await caches.delete(name);
  await self.registration.unregister();
}
self.addEventListener("activate", (event) => event.waitUntil(goAway()));
