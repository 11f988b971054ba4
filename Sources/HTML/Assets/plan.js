// The plan: dragging, the keyboard, going back, and seeing what others do. Without it every block is a link to a form
// that does the same. No HTML is made from text: fresh pages are parsed by the browser as documents.
const ROW = 5;
let plan, picked, stale = false;

// What happened stays in sight for some seconds; what is under way, until it is over.
let fading;
function status(text) {
  const place = document.getElementById("plan-status");
  if (!place) return;
  place.textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => { if (!picked) status(""); }, 8000);
}
const clock = (minutes) => `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
const rooms = () => [...plan.querySelectorAll("h3[data-room]")];
const blockOf = (id) => plan.querySelector(`[data-session="${CSS.escape(id)}"]`);

function parsed(url) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.responseType = "document";
    request.open("GET", url);
    request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(request.status));
    request.onerror = reject;
    request.send();
  });
}

// The styles of the new plan are there before it is, so that nothing jumps.
function styled(fresh) {
  const sheet = fresh.querySelector("link[rel=stylesheet]");
  if (!sheet || document.querySelector(`link[href="${CSS.escape(sheet.getAttribute("href"))}"]`)) return Promise.resolve();
  return new Promise((resolve) => {
    const early = document.createElement("link");
    early.rel = "stylesheet";
    early.href = sheet.getAttribute("href");
    early.onload = early.onerror = () => { resolve(); setTimeout(() => early.remove(), 2000); };
    document.head.append(early);
  });
}

// Where the people of a session cannot come: its hours are "540-780 900-960", "-" for a day without any, or not told.
function shade(block) {
  const grid = plan.querySelector(".plan-grid"), hours = block.dataset.hours;
  if (!grid || hours === undefined || getComputedStyle(grid).display !== "grid") return;
  const opens = Number(plan.dataset.opens), closes = opens + Number(grid.dataset.rows) * ROW;
  let from = opens;
  const spans = hours === "-" ? [] : hours.split(" ").map((span) => span.split("-").map(Number));
  for (const [start, end] of [...spans, [closes, closes]]) {
    if (start > from) {
      const shadow = document.createElement("span");
      shadow.className = "plan-off";
      shadow.style.gridRow = `${Math.floor((from - opens) / ROW) + 2} / ${Math.ceil((Math.min(start, closes) - opens) / ROW) + 2}`;
      grid.append(shadow);
    }
    from = Math.max(from, end);
  }
}

async function renew() {
  if (picked) { stale = true; return; }
  stale = false;
  const focus = document.activeElement?.closest?.("[data-session]")?.dataset.session;
  const page = await parsed(location.href);
  const next = page.getElementById("plan");
  if (!next) return;
  const fresh = document.importNode(next, true);
  await styled(fresh);
  if (picked) { stale = true; return; }
  const said = document.getElementById("plan-status")?.textContent;
  const scroll = plan.querySelector(".plan-scroll");
  const at = scroll ? [scroll.scrollLeft, scroll.scrollTop] : null;
  plan.replaceWith(fresh);
  attach(fresh);
  if (said) requestAnimationFrame(() => status(said));
  const again = plan.querySelector(".plan-scroll");
  if (again && at) [again.scrollLeft, again.scrollTop] = at;
  if (focus) blockOf(focus)?.focus();
}

async function drop(target) {
  const block = picked.block, id = block.dataset.session;
  const token = plan.querySelector("input[name=_token]")?.value ?? document.querySelector("input[name=_token]")?.value ?? "";
  const form = new URLSearchParams({ _token: token, date: plan.dataset.date, start: clock(target.start),
    room: target.room, minutes: String(target.minutes), version: plan.dataset.version });
  release();
  const answer = await fetch(`${plan.dataset.event}/sessions/${id}/place`.replace(/\?.*?\//, "/"), {
    method: "POST", body: form, redirect: "follow", headers: { "Content-Type": "application/x-www-form-urlencoded" } });
  if (!answer.ok) {
    const words = answer.headers.get("Content-Type")?.startsWith("text/html") ? plan.dataset.failed : String(answer.status);
    status(words);
  } else {
    status(plan.dataset.moved.replace("{time}", clock(target.start)));
  }
  await renew();
  blockOf(id)?.focus();
}

function release() {
  picked?.block.classList.remove("picked");
  for (const shadow of plan.querySelectorAll(".plan-off")) shadow.remove();
  for (const name of ["translate", "block-size"]) picked?.block.style.removeProperty(name);
  delete picked?.block.dataset.target;
  picked = null;
  if (stale) renew();
}

function show() {
  const { block, target } = picked;
  const name = rooms().find((room) => room.dataset.room === target.room)?.textContent.trim() ?? "";
  const text = `${clock(target.start)}–${clock(target.start + target.minutes)} ${name}`;
  block.dataset.target = text;
  status(text);
}

// The block goes along with the keys, so that whoever moves it sees where it is.
function follow() {
  const { block, target } = picked;
  const grid = plan.querySelector(".plan-grid"), heads = rooms();
  if (!heads.length || getComputedStyle(grid).display !== "grid") return;
  block.style.removeProperty("translate");
  const box = grid.getBoundingClientRect(), top = heads[0].getBoundingClientRect().bottom, home = block.getBoundingClientRect();
  const rowHeight = (box.bottom - top) / Math.max(1, Number(grid.dataset.rows) || 1);
  const head = heads.find((room) => room.dataset.room === target.room);
  const isHome = target.room === block.dataset.room && !block.closest(".plan-aside");
  const at = head?.getBoundingClientRect();
  const across = isHome || !at ? 0 : getComputedStyle(plan).direction === "rtl" ? at.right - home.right : at.left - home.left;
  const down = top + ((target.start - Number(plan.dataset.opens)) / ROW) * rowHeight - home.top;
  block.style.setProperty("translate", `${across}px ${down}px`);
  if (target.minutes !== Number(block.dataset.minutes)) block.style.setProperty("block-size", `${(target.minutes / ROW) * rowHeight}px`);
  else block.style.removeProperty("block-size");
  block.scrollIntoView({ block: "nearest", inline: "nearest" });
}

function pick(block) {
  picked = { block, target: { start: Number(block.dataset.start), minutes: Number(block.dataset.minutes), room: block.dataset.room } };
  if (block.closest(".plan-aside")) picked.target.start = Number(plan.dataset.opens);
  block.classList.add("picked");
  shade(block);
  status([plan.dataset.help, block.dataset.free].filter(Boolean).join(" "));
}

function keys(event) {
  const block = event.target.closest?.("[data-session]");
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z" && !event.target.closest("input, textarea, select")) {
    event.preventDefault();
    document.getElementById(event.shiftKey ? "plan-redo" : "plan-undo")?.click();
    return;
  }
  if (!block || block.dataset.fixed || event.target.closest("a, button")) return;
  if (!picked) {
    if (event.key === "m" || event.key === " " || event.key === "Enter") { event.preventDefault(); pick(block); }
    return;
  }
  const target = picked.target, names = rooms().map((room) => room.dataset.room);
  const rtl = getComputedStyle(plan).direction === "rtl" ? -1 : 1;
  const step = (by) => { target.room = names[Math.max(0, Math.min(names.length - 1, names.indexOf(target.room) + by))] ?? ""; };
  const moves = {
    ArrowUp: () => { target.start = Math.max(0, target.start - ROW); }, ArrowDown: () => { target.start += ROW; },
    ArrowLeft: () => step(-rtl), ArrowRight: () => step(rtl),
    "+": () => { target.minutes += ROW; }, "-": () => { target.minutes = Math.max(ROW, target.minutes - ROW); },
  };
  if (moves[event.key]) { event.preventDefault(); moves[event.key](); show(); follow(); }
  else if (event.key === "Enter" || event.key === "m") { event.preventDefault(); drop(target); }
  else if (event.key === "Escape") { event.preventDefault(); const words = plan.dataset.cancelled; release(); status(words); }
}

function under(x, y) {
  const grid = plan.querySelector(".plan-grid"), box = grid.getBoundingClientRect();
  const heads = rooms();
  if (!heads.length || getComputedStyle(grid).display !== "grid") return null;
  const top = heads[0].getBoundingClientRect().bottom;
  const rowHeight = (box.bottom - top) / Math.max(1, Math.round((Number(grid.dataset.rows) || 1)));
  const room = heads.find((head) => { const at = head.getBoundingClientRect(); return x >= at.left && x <= at.right; });
  if (!room || y < top || y > box.bottom) return null;
  return { room: room.dataset.room, start: Number(plan.dataset.opens) + Math.round((y - top) / rowHeight) * ROW };
}

function drags(event) {
  const block = event.target.closest?.("[data-session]");
  if (!block || block.dataset.fixed || event.button !== 0 || event.pointerType === "touch") return;
  const from = [event.clientX, event.clientY], grip = event.clientY - block.getBoundingClientRect().top;
  let moving = false;
  const move = (to) => {
    if (!moving && Math.hypot(to.clientX - from[0], to.clientY - from[1]) < 6) return;
    if (!moving) { moving = true; pick(block); block.setPointerCapture(event.pointerId); }
    block.style.setProperty("translate", `${to.clientX - from[0]}px ${to.clientY - from[1]}px`);
    const place = under(to.clientX, to.clientY - grip);
    if (place) { Object.assign(picked.target, place); picked.valid = true; show(); } else { picked.valid = false; }
  };
  const end = () => {
    plan.removeEventListener("pointermove", move);
    if (!moving) return;
    block.addEventListener("click", (click) => click.preventDefault(), { once: true, capture: true });
    if (picked?.valid) drop(picked.target); else release();
  };
  plan.addEventListener("pointermove", move);
  addEventListener("pointerup", end, { once: true });
}

function attach(next) {
  plan = next;
  if (plan.dataset.edit !== "yes") return;
  for (const block of plan.querySelectorAll("[data-session]")) {
    if (!block.dataset.fixed) block.tabIndex = 0;
    block.querySelector("a")?.setAttribute("draggable", "false");
  }
  plan.addEventListener("keydown", keys);
  plan.addEventListener("pointerdown", drags);
}

export function planDesk(root) {
  const found = root.getElementById("plan");
  if (!found) return;
  attach(found);
  const live = new EventSource(`${plan.dataset.event.replace(/\?.*/, "")}/live?from=${plan.dataset.live}`);
  live.addEventListener("change", () => renew());
}
