// The page of a device at a door. Without this script its forms do the same with a connection; with it, a day without one is
// no harm. No HTML is made from text (Trusted Types are required).
import { Camera, hasDetector } from "./door-camera.js";
import { Desk } from "./door-desk.js";
import { keep, keepNothing } from "./door-keep.js";
import { called } from "./door-names.js";
import { typed } from "./door-rules.js";
import { sound } from "./door-sound.js";
import { DoorView } from "./door-view.js";

const main = document.getElementById("main"), facts = JSON.parse(main.dataset.door), address = location.pathname;
const form = document.getElementById("door-form"), field = document.getElementById("code"), quiet = document.getElementById("door-quiet");
const token = form.elements.namedItem("_token").value;

const store = isSecureContext && "indexedDB" in globalThis ? await keep(facts.door).catch(() => null) : null;
const desk = new Desk(facts, address, store ?? keepNothing(), token), view = new DoorView(facts, desk);
let shown = null;

const kind = () => form.elements.namedItem("kind")?.value ?? "in";
const hear = (result) => { if (!quiet.checked) sound(facts.results[result][2]); };

async function scan(code, how) {
  if (desk.isGone) return;
  const direction = kind(), { scan: made, asks } = await desk.scan(code, how, direction);
  shown = made.id;
  view.said(made, asks);
  if (!asks) hear(made.result);
}

async function enter(text) {
  const entered = typed(text);
  // Letters alone are a number if somebody has it, and a name otherwise.
  const kind = entered.kind !== "either" ? entered.kind : await desk.isNumber(entered.number) ? "scan" : "search";
  if (kind === "scan") await scan(entered.text, entered.text.length > 20 ? "wedge" : "typed");
  if (kind === "search") await search(entered.text);
}

async function search(text) {
  const choose = (row) => scan(`#${row.k}`, "search");
  shown = null;
  view.idle();
  view.found(text, called(desk.entries.values(), text), choose);
  if (!desk.isOnline) return;
  const people = await desk.house.find(text).catch(() => null);
  if (people) view.found(text, people.map((one) => ({ k: one.key, n: one.name, l: one.latin, o: one.organisation, s: one.standing })), choose);
}

// The field: a scanner that types is as quick as it likes, since the field is empty again before the next one begins.
form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value;
  field.value = "";
  view.found("", [], null);
  enter(text);
});

const isTouch = matchMedia("(pointer: coarse)").matches;
const home = () => { if (!isTouch && !document.activeElement?.closest("a, button, summary, input, video")) field.focus(); };
field.enterKeyHint = "go";
if (!isTouch) field.focus();
// Whatever is typed goes into the field, wherever the focus was left.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target === field) return;
  const isText = event.key.length === 1 && event.key !== " ";
  if (isText && !event.target.matches("input[type=text], textarea")) field.focus();
});
main.addEventListener("click", home);

// Signs of others and of the house.
desk.addEventListener("change", () => view.renew());
desk.addEventListener("told", ({ detail: one }) => {
  if (one.id !== shown) return;
  const wasAsked = view.asks;
  view.said(one, false);
  if (wasAsked) hear(one.result);
});
desk.addEventListener("conflict", ({ detail: one }) => {
  view.conflict(one);
  if (one.id === shown) view.said(one, false);
  if (!quiet.checked) sound("bad");
});
desk.addEventListener("gone", () => {
  view.gone();
  navigator.serviceWorker?.controller?.postMessage({ forget: address });
});
view.onUndo = (id) => desk.undo(id);

const send = document.getElementById("door-send");
send.hidden = false;
send.addEventListener("click", () => desk.talk());

// The camera, where the browser finds codes by itself.
hasDetector().then((has) => {
  if (!has) return;
  const button = document.getElementById("door-camera"), camera = new Camera(document.getElementById("door-video"), (text) => scan(text, "camera"));
  const say = () => {
    button.textContent = facts.words[camera.isOn ? "camera.stop" : "camera"];
    button.setAttribute("aria-pressed", String(camera.isOn));
  };
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (camera.isOn) camera.stop(); else await camera.start().catch(() => { camera.stop(); view.note(facts.words["camera.refused"]); });
    say();
  });
});

// For times without connection: a worker of its own for this address, and storage that the browser does not clear by itself.
async function readyForOffline() {
  if (!store || !("serviceWorker" in navigator)) return view.offline("never");
  navigator.storage?.persist?.().catch(() => { /* It may be kept all the same. */ });
  const policy = globalThis.trustedTypes?.createPolicy("plenaria-door", { createScriptURL: () => "/door/worker.js" });
  const worker = await navigator.serviceWorker.register(policy ? policy.createScriptURL("") : "/door/worker.js", { scope: address });
  navigator.serviceWorker.addEventListener("message", ({ data }) => { if (data?.kept === address) view.offline("ready"); });
  const active = worker.active ?? await new Promise((resolve) => {
    const coming = worker.installing ?? worker.waiting;
    coming.addEventListener("statechange", () => { if (coming.state === "activated") resolve(coming); });
  });
  const files = [...document.querySelectorAll("link[href], script[src]")].map((one) => one.href || one.src);
  active.postMessage({ keep: address, page: location.href, files });
}

addEventListener("beforeunload", (event) => { if (!store && desk.waiting) event.preventDefault(); });
await desk.start();
if (!desk.seal) view.note(facts.words.unchecked);
readyForOffline().catch(() => view.offline("none"));
document.documentElement.dataset.ready = "yes";
