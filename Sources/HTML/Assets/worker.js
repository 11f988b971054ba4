// Copies of public pages of conferences, for when there is no connection. What is somebody's own (no-store) is never kept:
// in its stead the page as everybody sees it is fetched without cookies and kept.
const CACHE = "plenaria-copies-1", MOST_PAGES = 400, MOST_FILES = 40, PATIENCE = 6000;
const MADE = "X-Plenaria-Copied";

const isPage = (url) => /^\/e\/[^/]+(\/(programme|speakers|changes|s)(\/[^/.]+)?)?$/.test(url.pathname);
const isFile = (url) => url.pathname.startsWith("/static/");
const isPublic = (answer) => answer.ok && !answer.redirected && answer.type === "basic"
  && (answer.headers.get("Cache-Control") ?? "").includes("public");

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith("plenaria-copies-") && name !== CACHE) await caches.delete(name);
  await self.clients.claim();
})()));

async function keep(address, answer) {
  const headers = new Headers(answer.headers);
  headers.set(MADE, String(Date.now()));
  // The body is decoded here, and a copy is the same for every request.
  for (const name of ["Vary", "Content-Encoding", "Content-Length"]) headers.delete(name);
  const cache = await caches.open(CACHE);
  // The last put is the last in the list: what was not looked at for longest goes first.
  await cache.delete(address);
  await cache.put(address, new Response(await answer.blob(), { status: 200, headers }));
  const all = await cache.keys(), files = all.filter((one) => isFile(new URL(one.url)));
  const pages = all.filter((one) => !isFile(new URL(one.url)));
  const old = [...pages.slice(0, Math.max(0, pages.length - MOST_PAGES)), ...files.slice(0, Math.max(0, files.length - MOST_FILES))];
  await Promise.all(old.map((one) => cache.delete(one)));
}

const openly = async (address) => {
  const answer = await fetch(address, { credentials: "omit" });
  if (isPublic(answer)) await keep(address, answer);
};

// Whoever looks at a session will want the programme around it.
const keepProgramme = async (url) => {
  const programme = new URL(`${url.pathname.split("/").slice(0, 3).join("/")}/programme`, url);
  for (const name of ["lang", "tz"]) if (url.searchParams.has(name)) programme.searchParams.set(name, url.searchParams.get(name));
  const copy = await (await caches.open(CACHE)).match(programme.href);
  if (!copy || Date.now() - Number(copy.headers.get(MADE)) > 600000) await openly(programme.href);
};

async function copyOf(url) {
  const cache = await caches.open(CACHE);
  const copy = await cache.match(url.href) ?? await cache.match(url.href, { ignoreSearch: true });
  if (!copy) return null;
  const headers = new Headers(copy.headers), made = headers.get(MADE) ?? "0";
  headers.delete(MADE);
  const text = await copy.text();
  return new Response(text.replace("<html ", `<html data-copy="${Number(made)}" `), { status: 200, headers });
}

async function page(event, url) {
  const late = new Promise((resolve) => { setTimeout(() => resolve(null), PATIENCE); });
  const network = fetch(event.request).catch(() => null);
  const answer = await Promise.race([network, late]);
  if (answer) {
    const work = isPublic(answer) ? keep(url.href, answer.clone()) : answer.status === 200 ? openly(url.href) : Promise.resolve();
    event.waitUntil(work.then(() => keepProgramme(url)).catch(() => { /* The next look may have more luck. */ }));
    return answer;
  }
  return await copyOf(url) ?? await network ?? Response.error();
}

async function file(event, url) {
  const cache = await caches.open(CACHE), kept = await cache.match(url.href);
  if (kept) return kept;
  const answer = await fetch(event.request);
  if (isPublic(answer)) event.waitUntil(keep(url.href, answer.clone()).catch(() => { /* It is fetched again. */ }));
  return answer;
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) return;
  url.hash = "";
  if (event.request.mode === "navigate" && isPage(url)) event.respondWith(page(event, url));
  else if (isFile(url)) event.respondWith(file(event, url));
});

// The first page of all was there before the worker: it names itself and what it is made of.
self.addEventListener("message", (event) => {
  const own = (Array.isArray(event.data) ? event.data : []).slice(0, 40).map((address) => new URL(String(address), self.location.origin));
  const wanted = own.filter((url) => url.origin === self.location.origin && (isPage(url) || isFile(url)));
  event.waitUntil(Promise.allSettled(wanted.map((url) => openly(url.href))));
});
