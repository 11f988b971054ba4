// Keeps the page of one device, so that it opens without a connection. What it asks for besides goes its own way: scans and
// lists are kept by the page itself.
const CACHE = "plenaria-door-1", PATIENCE = 4000;
const isDoor = (url) => /^\/door\/[^/]{32}$/.test(url.pathname);

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

async function keep(address, answer) {
  const headers = new Headers(answer.headers);
  // The body is decoded here; a kept page sets no cookie.
  for (const name of ["Vary", "Content-Encoding", "Content-Length", "Set-Cookie"]) headers.delete(name);
  await (await caches.open(CACHE)).put(address, new Response(await answer.blob(), { status: 200, headers }));
}

// A device has one page, in the language in which it was opened last, and the files that this page is made of.
async function keepAll({ keep: path, page, files }) {
  const url = new URL(page);
  if (!isDoor(url) || url.origin !== self.location.origin || url.pathname !== path) return false;
  const cache = await caches.open(CACHE);
  for (const file of files.map((one) => new URL(one, self.location.origin))) {
    if (file.origin !== self.location.origin || !file.pathname.startsWith("/static/")) continue;
    if (await cache.match(file.href)) continue;
    const answer = await fetch(file.href);
    if (!answer.ok) return false;
    await keep(file.href, answer);
  }
  const answer = await fetch(page, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return Boolean(await cache.match(url.origin + path));
  await keep(url.origin + path, answer);
  return true;
}

self.addEventListener("message", (event) => {
  const { data, source } = event;
  if (data?.keep) event.waitUntil(keepAll(data).then((isKept) => { if (isKept) source?.postMessage({ kept: data.keep }); }, async () => {
    // Without a connection what was kept before is what there is.
    if (await (await caches.open(CACHE)).match(self.location.origin + data.keep)) source?.postMessage({ kept: data.keep });
  }));
  if (data?.forget) event.waitUntil(caches.open(CACHE).then((cache) => cache.delete(self.location.origin + data.forget)));
});

async function page(request, url) {
  const address = url.origin + url.pathname;
  const late = new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE); });
  const network = fetch(request).catch(() => null);
  const answer = await Promise.race([network, late]);
  // A log-in page of a hotel is no page of ours. Of a device that was taken away the kept page finds out by itself, and clears
  // what it has.
  if (answer?.ok && !answer.redirected) return answer;
  return await (await caches.open(CACHE)).match(address) ?? answer ?? await network ?? Response.error();
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  if (event.request.mode === "navigate" && isDoor(url)) event.respondWith(page(event.request, url));
  else if (url.pathname.startsWith("/static/")) {
    event.respondWith(caches.open(CACHE).then(async (cache) => await cache.match(url.href) ?? fetch(event.request)));
  }
});
