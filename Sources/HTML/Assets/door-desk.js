// The work at a door without its looks: the list, what was scanned, the queue, and what the house says to it.
import { attendance, isConflict, judge, objection, readTicket, settled } from "./door-rules.js";
import { Gone, House } from "./door-house.js";

const POLL = 10000, BATCH = 200, ASK = 4000, SHORTEST = 2000, LONGEST = 30000;
const base64url = (bytes) => btoa(String.fromCharCode(...bytes)).replaceAll("+", "-").replaceAll("/", "_");

export class Desk extends EventTarget {
  constructor(facts, address, store, token) {
    super();
    Object.assign(this, { facts, store, entries: new Map(), parts: new Map(), scans: new Map(), people: new Map(), skew: 0, since: "",
      isOnline: navigator.onLine, isGone: false, waiting: 0, listed: 0, pause: SHORTEST });
    this.house = new House(address, token, (now, started, ended) => this.setClock(now, started, ended));
  }

  say(name, detail) { this.dispatchEvent(new CustomEvent(name, { detail })); }

  async start() {
    this.seal = await this.readSeal();
    const fact = async (name, otherwise) => await this.store.fact(name) ?? otherwise;
    [this.skew, this.since, this.listed] = [await fact("skew", 0), await fact("since", ""), await fact("listed", 0)];
    for (const { part, rows } of await this.store.all("parts")) this.setPart(part, rows);
    for (const scan of await this.store.all("scans")) this.file(scan);
    for (const key of this.people.keys()) this.settle(key);
    await this.count();
    addEventListener("online", () => this.talk());
    setInterval(() => this.talk(), POLL);
    this.talk();
  }

  async readSeal() {
    try {
      const bytes = Uint8Array.from(atob(this.facts.seal), (letter) => letter.charCodeAt(0));
      return await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]);
    } catch { return null; }
  }

  async isNumber(number) { return this.entries.has(await this.key(number)); }
  async key(number) {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`plenaria door ${this.facts.event} ${number}`));
    return base64url(new Uint8Array(digest).slice(0, 9));
  }

  setPart(part, rows) {
    for (const row of this.parts.get(part) ?? []) this.entries.delete(row.k);
    this.parts.set(part, rows);
    for (const row of rows) this.entries.set(row.k, row);
  }

  // What is known of a person, and what follows from it.

  file(scan) {
    this.scans.set(scan.id, scan);
    if (!scan.key) return;
    if (!this.people.has(scan.key)) this.people.set(scan.key, new Set());
    this.people.get(scan.key).add(scan.id);
  }

  /** Judges all scans of a person anew; the one that has let her in if she is there. */
  settle(key) {
    let inside = null;
    for (const scan of settled([...this.people.get(key) ?? []].map((id) => this.scans.get(id)))) {
      this.scans.set(scan.id, scan);
      if (scan.kind === "undo" || scan.isUndone) continue;
      if (scan.result === "admitted") inside = scan;
      if (scan.result === "left") inside = null;
    }
    return inside;
  }

  figures() {
    const groups = [...this.people.values()].map((ids) => [...ids].map((id) => this.scans.get(id)));
    return { ...attendance(groups), waiting: this.waiting, conflicts: this.conflicts().length };
  }

  conflicts() { return [...this.scans.values()].filter(isConflict).sort((one, two) => two.at - one.at); }
  last(count) {
    const here = [...this.scans.values()].filter((scan) => scan.door === this.facts.door && scan.kind !== "undo");
    return here.sort((one, two) => two.at - one.at).slice(0, count);
  }
  async count() { this.waiting = (await this.store.waiting()).length; this.say("change"); }

  // Scanning.

  async read(code) {
    if (code.startsWith("#")) return { shown: "named", generation: null, key: code.slice(1) };
    const reading = readTicket(code);
    if (reading.kind === "number") return { shown: "named", generation: null, key: await this.key(reading.number) };
    if (reading.kind !== "code") return { shown: reading.kind, generation: null, key: null };
    if (reading.event !== this.facts.hint) return { shown: "otherEvent", generation: null, key: null };
    const key = await this.key(reading.number), generation = reading.generation;
    if (!this.seal) return { shown: "unchecked", generation, key };
    const message = new TextEncoder().encode(`plenaria ticket 1 ${this.facts.event} ${reading.number} ${generation}`);
    const isOurs = await crypto.subtle.verify("Ed25519", this.seal, reading.signature, message);
    return isOurs ? { shown: "sealed", generation, key } : { shown: "forged", generation, key: null };
  }

  /** One after the other, however fast they come. */
  scan(code, how, kind) {
    const work = (this.turn ?? Promise.resolve()).then(() => this.scanOne(code, how, kind));
    this.turn = work.catch(() => { /* The next one has its own turn. */ });
    return work;
  }

  async scanOne(code, how, kind) {
    const { shown, generation, key } = await this.read(code);
    const entry = key ? this.entries.get(key) : undefined, inside = key ? this.settle(key) : null;
    const against = objection(shown, generation, entry, this.facts.terms, kind), result = judge(kind, against, inside !== null);
    // What a device cannot know is left to the house, as long as it answers.
    const asks = this.isOnline && (result === "notKnown" || shown === "unchecked");
    const scan = { ...this.made(kind, how, code, key), said: asks ? null : result, objection: against, result, undoes: null,
      isUndone: false, earlier: result === "again" ? inside.id : null, name: entry?.n ?? "", latin: entry?.l ?? "", isUnpaid: Boolean(entry?.u) };
    await this.take(scan);
    if (asks) setTimeout(() => this.decide(scan.id), ASK);
    return { scan, asks };
  }

  made(kind, how, code, key) {
    const made = Date.now();
    return { id: crypto.randomUUID(), key, kind, how, code, made, at: made + this.skew, door: this.facts.door, own: true, waits: 1 };
  }

  /** On the disk first, then in sight, then on its way. */
  async take(scan) {
    await this.store.putScan(scan);
    this.file(scan);
    if (scan.key) this.settle(scan.key);
    this.waiting += 1;
    this.say("change");
    this.talk();
  }

  /** The house has not answered in time: what is shown now was said. */
  async decide(id) {
    const scan = this.scans.get(id);
    if (!scan?.waits || scan.said) return;
    this.scans.set(id, { ...scan, said: scan.result });
    await this.store.putScan(this.scans.get(id));
    this.say("told", this.scans.get(id));
  }

  async undo(id) {
    const { key, code } = this.scans.get(id);
    await this.take({ ...this.made("undo", "typed", code ?? (key ? `#${key}` : ""), key), said: null, objection: null, result: "undone", undoes: id });
  }

  // The house.

  /** Sends what waits and asks what is new; when it is asked for during another talk, that one goes on. */
  async talk() {
    if (this.isGone) return;
    if (this.isTalking) { this.isWanted = true; return; }
    this.isTalking = true;
    try {
      do {
        this.isWanted = false;
        while (await this.send()) { /* There is more. */ }
        while (await this.list()) { /* There is more. */ }
        this.reach(true);
      } while (this.isWanted);
      this.pause = SHORTEST;
    } catch (error) {
      if (error instanceof Gone) { await this.end(); return; }
      this.reach(false);
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.talk(), this.pause);
      this.pause = Math.min(this.pause * 2, LONGEST);
    } finally { this.isTalking = false; }
  }

  reach(isOnline) {
    if (this.isOnline === isOnline && this.isTold) return;
    [this.isOnline, this.isTold] = [isOnline, true];
    this.say("change");
  }

  /** The answer was made about half-way. Small differences are the way's, not the clock's. */
  async setClock(now, started, ended) {
    const skew = Math.round(now - (started + ended) / 2);
    if (Math.abs(skew - this.skew) <= Math.max(2000, ended - started)) return;
    this.skew = skew;
    await this.store.setFact("skew", skew);
  }

  async send() {
    const waiting = (await this.store.waiting()).filter((scan) => !scan.refused).slice(0, this.isAlone ? 1 : BATCH);
    if (!waiting.length) return this.isAlone = false;
    const { status, body } = await this.house.send(this.skew, waiting.map(
      ({ id, kind, how, made, said, code, undoes }) => ({ id, kind, how, at: made, said, code, undoes })));
    if (body) await this.answered(waiting, body);
    else if (status >= 500 || [401, 403, 408, 429].includes(status)) throw new Error(String(status));
    // One odd scan must not hold up the others; it is kept, and said.
    else if (waiting.length > 1) this.isAlone = true;
    else await this.refuse(waiting);
    return true;
  }

  async refuse(scans) {
    if (!scans.length) return;
    const refused = scans.map((scan) => ({ ...scan, ...this.scans.get(scan.id), refused: true }));
    for (const scan of refused) this.scans.set(scan.id, scan);
    await this.store.putScans(refused);
    this.say("change");
  }

  async answered(sent, body) {
    const verdicts = new Map(body.scans.map((verdict) => [verdict.id, verdict])), told = [];
    for (const scan of sent.filter((scan) => verdicts.has(scan.id))) {
      const verdict = verdicts.get(scan.id), kept = { ...scan, ...this.scans.get(scan.id) };
      delete kept.waits;
      told.push(Object.assign(kept, { result: verdict.result, objection: verdict.objection ?? null, at: verdict.at,
        isUndone: verdict.isUndone, earlier: verdict.earlier?.id ?? null, before: verdict.earlier ?? null, key: verdict.key ?? kept.key,
        name: verdict.name ?? kept.name, latin: verdict.latin ?? kept.latin, isUnpaid: verdict.isUnpaid }));
      this.file(kept);
    }
    await this.store.putScans(told);
    await this.refuse(sent.filter((scan) => body.refused.includes(scan.id)));
    for (const scan of told) this.say(isConflict(scan) ? "conflict" : "told", scan);
    await this.count();
  }

  async list() {
    const body = await this.house.list(this.since);
    for (const [part, rows] of Object.entries(body.parts)) this.setPart(part, rows);
    const seen = body.scans.map((told) => ({ known: this.scans.get(told.id),
      scan: { ...this.scans.get(told.id), objection: null, earlier: null, ...told } }));
    await this.store.putList(body.parts, seen.map(({ scan }) => scan), body.since, this.skew);
    [this.since, this.listed] = [body.since, Date.now() + this.skew];
    for (const { scan } of seen) this.file(scan);
    for (const key of new Set(seen.map(({ scan }) => scan.key))) this.settle(key);
    for (const { known } of seen) {
      const scan = known && this.scans.get(known.id);
      // Somebody else's scan has come to light, and one's own does not hold any more.
      if (known?.own && !known.waits && !isConflict(known) && isConflict(scan)) this.say("conflict", scan);
    }
    this.say("change");
    return body.more;
  }

  async end() {
    this.isGone = true;
    for (const part of [...this.parts.keys()]) this.setPart(part, []);
    await this.store.forget();
    this.say("gone");
  }
}
