// What an installed console keeps on the phone: its looks and one page that says that there is no network. No words.
// `SHELF` stands above: the addresses to keep, which change with their content.
"use strict";

const CACHE = `passerelle-${SHELF.version}`;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(SHELF.kept)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  const former = (names) => names.filter((name) => name !== CACHE);
  event.waitUntil(caches.keys().then((names) => Promise.all(former(names).map((name) => caches.delete(name)))));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(() => caches.match(SHELF.offline)));
  else if (SHELF.kept.includes(url.pathname + url.search)) event.respondWith(shelved(request));
});

async function shelved(request) {
  return (await caches.match(request)) ?? fetch(request);
}
