"""The rules of a door's page are the house's: the same cases are run against both (Tests/ConveneTests/Door runs them, too)."""
import json
from pathlib import Path

CASES = Path(__file__).resolve().parent.parent / "ConveneTests/Fixtures/door/cases.json"

RULES = """
const [cases, address, done] = arguments;
import(address).then((rules) => {
  // On its way here the order of an object's names is lost.
  const plain = (value) => JSON.stringify(value, (_, part) => part && typeof part === "object" && !Array.isArray(part)
    ? Object.fromEntries(Object.entries(part).sort(([one], [two]) => (one < two ? -1 : 1))) : part);
  const wrong = [], same = (what, found, wanted) => {
    if (plain(found) !== plain(wanted)) wrong.push(`${what}: ${plain(found)}, not ${plain(wanted)}`);
  };
  for (const one of cases.readings) {
    const { kind, number, generation, event } = rules.readTicket(one.text);
    same(one.text.slice(0, 40), { kind, number, generation, event }, { kind: one.kind, number: one.number, generation: one.generation, event: one.event });
  }
  for (const one of cases.typed) {
    const { kind } = rules.typed(one.text);
    same(`typed ${one.text.slice(0, 40)}`, kind === "either" ? ["search", "scan"] : [kind], one.known ? [one.kind, one.known] : [one.kind]);
  }
  for (const one of cases.objections) {
    const row = one.entry && { g: one.entry.generation, s: one.entry.standing, c: one.entry.category, u: one.entry.isUnpaid, t: one.entry.seats };
    same(JSON.stringify(one), rules.objection(one.shown, one.generation, row, one.terms, one.kind), one.result);
  }
  for (const one of cases.settled) {
    same(one.what, rules.settled(one.scans).map((scan) => ({ id: scan.id, result: scan.result, isUndone: Boolean(scan.isUndone),
      isConflict: rules.isConflict(scan), earlier: scan.earlier ?? null })), one.results);
  }
  done(wrong);
}, (error) => done([String(error)]));
"""
SEALED = """
const [cases, address, done] = arguments;
import(address).then(async (rules) => {
  const bytes = Uint8Array.from(atob(cases.seal), (letter) => letter.charCodeAt(0));
  const seal = await crypto.subtle.importKey("raw", bytes, "Ed25519", false, ["verify"]), wrong = [];
  for (const { text, holds } of cases.sealed) {
    const { event, number, generation, signature } = rules.readTicket(text);
    const message = new TextEncoder().encode(`plenaria ticket 1 ${cases.event} ${number} ${generation}`);
    const found = event === cases.hint && await crypto.subtle.verify("Ed25519", seal, signature, message);
    if (found !== holds) wrong.push(text);
  }
  done(wrong);
}).catch((error) => done([String(error)]));
"""


def check(world):
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    driver = world.browser.driver
    driver.get(world.site + "/?lang=en")
    base = driver.find_element("css selector", "link[rel=stylesheet]").get_attribute("href").rsplit("/", 1)[0]
    for script in (RULES, SEALED):
        wrong = driver.execute_async_script(script, cases, f"{base}/door-rules.js")
        assert not wrong, wrong
