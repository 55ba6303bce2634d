// Mognad's service worker: keeps one build of the app, whole, so that it opens without a network.
// Written by `cargo xtask build`, which fills in the version (a hash over all files) and the files with their hashes.
//
// It holds program files only. What a person has entered is never in this cache.

const VERSION = "__VERSION__";
const FILES = "__FILES__";

// All addresses are relative to the folder the app lies in, so that two copies on one site do not meet.
const SCOPE = self.registration.scope;
const PREFIX = `mognad:${new URL(SCOPE).pathname}:`;
const CACHE = PREFIX + VERSION;
const START = new URL("./", SCOPE).href;

// All or nothing, and only the very bytes of this build: neither a half-copied update nor the sign-in page of a
// guest network can become the app.
self.addEventListener("install", (event) => event.waitUntil(install()));

async function install() {
  const files = await Promise.all(FILES.map(([address, hash]) => fetchChecked(new URL(address, SCOPE), hash)));
  const cache = await caches.open(CACHE);
  try {
    await Promise.all(files.map(([url, response]) => cache.put(url, response)));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function fetchChecked(url, hash) {
  const response = await fetch(new Request(url, { cache: "reload" }));
  if (!response.ok || response.redirected) {
    throw new Error(`${url} was not answered with the file`);
  }
  const digest = await crypto.subtle.digest("SHA-256", await response.clone().arrayBuffer());
  const found = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
  if (found !== hash) {
    throw new Error(`${url} is not of this build`);
  }
  return [url, response];
}

// A new build waits until the person says yes: the app saves, sends this message, and reloads once.
self.addEventListener("message", (event) => {
  if (event.data?.type === "activate") {
    event.waitUntil(self.skipWaiting());
  }
});

// Only this copy's own older builds are removed.
self.addEventListener("activate", (event) => event.waitUntil(activate()));

async function activate() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(old.map((name) => caches.delete(name)));
  await self.clients.claim();
}

// The kept files first, then the network.
self.addEventListener("fetch", (event) => {
  if (event.request.method === "GET" && event.request.url.startsWith(SCOPE)) {
    event.respondWith(answer(event.request));
  }
});

async function answer(request) {
  const cache = await caches.open(CACHE);
  const wanted = isStart(request) ? START : request;
  const kept = await cache.match(wanted, { ignoreSearch: true, ignoreVary: true });
  if (kept) {
    return kept;
  }
  try {
    return await fetch(request);
  } catch (error) {
    const start = request.mode === "navigate" && (await cache.match(START));
    if (start) {
      return start;
    }
    throw error;
  }
}

function isStart(request) {
  const { origin, pathname } = new URL(request.url);
  const page = origin + pathname;
  return page === START || page === `${START}index.html`;
}
