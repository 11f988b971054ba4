// What a device's page shows. Everything is text in elements; nothing is parsed.
import { letsIn } from "./door-rules.js";

const LAST = 12, MOST_CONFLICTS = 50;
const by = (id) => document.getElementById(id);
function make(name, { text = "", ...properties } = {}, ...inside) {
  const element = document.createElement(name);
  Object.assign(element, properties);
  element.append(text, ...inside);
  return element;
}
const named = (text, properties = {}) => make("bdi", { text, ...properties });

export class DoorView {
  constructor(facts, desk) {
    Object.assign(this, { facts, desk, asks: false, onUndo: () => {} });
    const language = document.documentElement.lang;
    this.clock = new Intl.DateTimeFormat("en-GB", { timeZone: facts.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.numbers = new Intl.NumberFormat(`${language}-u-nu-latn`);
  }

  words(key, values = {}) {
    return Object.entries(values).reduce((text, [name, value]) => text.replace(`{${name}}`, () => value), this.facts.words[key]);
  }
  result(result) { return this.facts.results[result]; }
  time(at) { return this.clock.format(new Date(at)); }

  earlier(scan) {
    const before = this.desk.scans.get(scan.earlier) ?? scan.before;
    return before ? this.words("earlier", { door: this.facts.doors[before.door] ?? "", time: this.time(before.at) }) : "";
  }
  name(scan) {
    const row = this.desk.entries.get(scan.key);
    return scan.name || row?.n || "";
  }

  // What was said last, large.
  said(scan, asks) {
    this.asks = asks;
    const [title, help, tone, sign] = this.result(scan.isUndone ? "undone" : scan.result), place = by("door-result");
    place.className = `door-result ${asks ? "idle" : tone}`;
    const lines = [
      make("span", { className: "door-sign", ariaHidden: "true", text: asks ? "…" : sign }),
      make("p", { className: "door-verdict", text: asks ? this.words("asking") : title }),
    ];
    if (this.name(scan)) lines.push(make("p", { className: "door-name" }, named(this.name(scan)),
      scan.latin && scan.latin !== scan.name ? make("small", { text: " " }, named(scan.latin)) : ""));
    if (scan.earlier && !asks) lines.push(make("p", { text: this.earlier(scan) }));
    if (scan.isUnpaid && scan.result === "admitted") lines.push(make("p", { className: "door-unpaid", text: this.words("unpaid") }));
    if (!asks) lines.push(make("p", { className: "door-help", text: help }));
    by("door-said").replaceChildren(...lines);
    this.mark(scan, asks);
  }

  // Whether the house knows of it stands beside what is read out, and is not read out each time.
  mark(scan, asks) {
    const mark = by("door-mark") ?? by("door-result").appendChild(make("p", { id: "door-mark", className: "door-mark" }));
    const state = scan.refused ? "refused" : scan.waits ? "queued" : letsIn(scan.result) ? "confirmed" : "";
    mark.textContent = asks || !state ? "" : this.words(state);
    this.shown = scan.id;
  }

  // Before the next one.
  idle() {
    [this.shown, this.asks] = [null, false];
    by("door-result").className = "door-result idle";
    by("door-said").replaceChildren(make("span", { className: "door-sign", ariaHidden: "true", text: "◌" }),
      make("p", { className: "door-verdict", text: this.words("ready") }), make("p", { text: this.words("ready.help") }));
    by("door-mark")?.remove();
  }

  note(text) {
    const place = by("door-note") ?? by("door-result").after(make("p", { id: "door-note", className: "notice warn", role: "status" })) ?? by("door-note");
    place.textContent = text;
  }
  conflict(scan) {
    this.note(this.words("conflictHere", { name: this.name(scan) || "—", result: this.result(scan.said)[0] }));
    by("door-note").className = "notice bad";
  }

  // Figures and lists: drawn once a frame, however much happens.
  renew() {
    if (this.isDue) return;
    this.isDue = true;
    requestAnimationFrame(() => { this.isDue = false; this.draw(); });
  }

  draw() {
    const figures = this.desk.figures();
    for (const [name, number] of Object.entries(figures)) {
      const place = by(`door-${name}`);
      if (!place) continue;
      place.textContent = this.numbers.format(number);
      place.parentElement.hidden = false;
      place.parentElement.classList.toggle("warn", number > 0 && (name === "waiting" || name === "conflicts"));
    }
    this.state(figures.waiting);
    const last = this.desk.last(LAST), conflicts = this.desk.conflicts().slice(0, MOST_CONFLICTS);
    by("door-nolast").hidden = last.length > 0;
    by("door-last").replaceChildren(...last.map((scan) => make("li", {}, this.line(scan), this.undo(scan))));
    by("door-disagree").hidden = !conflicts.length;
    by("door-disagree").querySelector("ul").replaceChildren(...conflicts.map((scan) => make("li", {}, this.line(scan),
      make("p", { className: "meta" }, make("span", { text: this.words("shown", { result: this.result(scan.said)[0] }) }), " ",
        make("span", { text: `${this.facts.doors[scan.door] ?? ""} ${this.time(scan.at)}` }), " ", make("span", { text: this.earlier(scan) })))));
    const shown = this.desk.scans.get(this.shown);
    if (shown && !this.asks) this.mark(shown, false);
  }

  state(waiting) {
    const place = by("door-state"), { isOnline, listed, isGone } = this.desk;
    const parts = [this.words(isOnline ? "online" : "offline"), listed ? this.words("list", { time: this.time(listed) }) : ""];
    const text = isGone ? this.words("gone") : parts.filter(Boolean).join(" · ");
    place.hidden = false;
    place.className = `door-state ${isGone ? "bad" : isOnline ? "good" : "warn"}`;
    if (place.textContent !== text) place.textContent = text;
    document.body.dataset.waiting = String(waiting);
  }

  line(scan) {
    const [title, , tone, sign] = this.result(scan.isUndone ? "undone" : scan.result);
    return make("p", { className: `door-line ${tone}` }, make("time", { text: this.time(scan.at) }), " ",
      make("span", { className: "door-sign", ariaHidden: "true", text: sign }), " ",
      make("span", {}, this.name(scan) ? named(`${this.name(scan)} `) : "", make("small", { text: title })),
      scan.waits ? make("small", { className: "door-wait", text: this.words(scan.refused ? "refused" : "queued") }) : "");
  }

  undo(scan) {
    if (!letsIn(scan.result) || scan.isUndone) return "";
    const button = make("button", { type: "button", className: "button quiet", text: this.words("undo") },
      make("span", { className: "visually-hidden", text: ` ${this.name(scan)}` }));
    button.addEventListener("click", () => this.onUndo(scan.id));
    return button;
  }

  // Names.
  found(text, rows, choose) {
    by("door-found").hidden = !text;
    by("door-none").hidden = rows.length > 0;
    const isOut = by("door-form").elements.namedItem("kind")?.value === "out";
    by("door-found").querySelector("ul").replaceChildren(...rows.map((row) => {
      const button = make("button", { type: "button", text: this.words(isOut ? "letOut" : "letIn") }, make("span", { className: "visually-hidden", text: ` ${row.n}` }));
      button.addEventListener("click", () => { this.found("", [], null); choose(row); });
      const inside = this.desk.settle(row.k), state = row.s !== "confirmed" ? this.words(`standing.${row.s}`) : inside ? this.earlier({ before: inside }) : "";
      return make("li", {}, make("p", { className: "door-name" }, named(row.n), row.l && row.l !== row.n ? make("small", { text: " " }, named(row.l)) : ""),
        make("p", { className: "meta" }, make("span", { dir: "auto", text: row.o ?? "" }), " ", make("span", { className: "warn", text: state })), button);
    }));
  }

  offline(state) { by("door-offline").textContent = this.words(`offline.${state}`); document.body.dataset.offline = state; }

  gone() {
    this.found("", [], null);
    by("code").disabled = true;
    this.note(this.words("gone"));
    this.draw();
  }
}
