// The copy for when there is no connection: the worker keeps it, the page says of when it is.
export const offline = (root) => {
  const made = Number(root.documentElement.dataset.copy), note = root.getElementById("copy");
  if (made && note) {
    const date = new Date(made), isToday = date.toDateString() === new Date().toDateString();
    const form = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", ...(isToday ? {} : { day: "numeric", month: "long" }) };
    const language = `${root.documentElement.lang}-u-nu-latn`;
    note.textContent = note.dataset.words.replace("%", new Intl.DateTimeFormat(language, form).format(date));
    note.hidden = false;
  }
  if (!("serviceWorker" in navigator) || made) return;
  const address = "/worker.js";
  const policy = globalThis.trustedTypes?.createPolicy("plenaria-worker", { createScriptURL: () => address });
  const isFirst = !navigator.serviceWorker.controller;
  navigator.serviceWorker.register(policy ? policy.createScriptURL(address) : address).catch(() => { /* Without a copy, then. */ });
  if (isFirst) navigator.serviceWorker.ready.then((worker) => {
    const files = performance.getEntriesByType("resource").map((one) => one.name);
    worker.active.postMessage([location.href, ...files]);
  });
};
