// What a door says to a ticket, as the house says it (DoorRules.swift, TicketCode.swift): the same cases are run against both.
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ", MARK = "PT1", LENGTH = 122;
const value = (letter) => LETTERS.indexOf(letter);
const number = (part) => [...part].reduce((sum, letter) => sum * 32 + value(letter), 0);
const hyphened = (part) => `${part.slice(0, 4)}-${part.slice(4)}`;

function check(part) {
  const rest = [...part].reduce((sum, letter) => (sum * 32 + value(letter)) % 1021, 0);
  return LETTERS[rest >> 5] + LETTERS[rest & 31];
}

// Five bits a letter; nothing for another last letter than the house would have written.
function bytes(part) {
  const out = [];
  let held = 0, count = 0;
  for (const letter of part) {
    held = ((held << 5) | value(letter)) & 0xfff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    out.push((held >> count) & 255);
  }
  return (held & ((1 << count) - 1)) === 0 ? new Uint8Array(out) : null;
}

/** `{ kind: "code", event, number, generation, signature }`, `{ kind: "number", number }`, `garbled` or `foreign`. */
export function readTicket(text) {
  if (new TextEncoder().encode(text).length > 1000) return { kind: "foreign" };
  const clear = text.replace(/[\t\n\r -]/g, "").replace(/[a-z]/g, (letter) => letter.toUpperCase())
    .replace(/O/g, "0").replace(/[IL]/g, "1");
  if ([...clear].some((letter) => value(letter) < 0)) return { kind: "foreign" };
  if (clear.length === 8) return { kind: "number", number: hyphened(clear) };
  if (!clear.startsWith(MARK)) return { kind: "foreign" };
  if (clear.length !== LENGTH || check(clear.slice(0, -2)) !== clear.slice(-2)) return { kind: "garbled" };
  const signature = bytes(clear.slice(17, 120));
  if (!signature) return { kind: "garbled" };
  return { kind: "code", event: clear.slice(3, 7), number: hyphened(clear.slice(7, 15)), generation: number(clear.slice(15, 17)), signature };
}

/** What was typed into the one field: `scan`, `search`, `empty`, or `either` with the number that it would be. */
export function typed(text) {
  const line = text.replace(/\s+/g, " ").trim();
  if (!line) return { kind: "empty" };
  const reading = readTicket(line);
  if (reading.kind === "code" || reading.kind === "garbled") return { kind: "scan", text: line };
  if (reading.kind === "number") {
    const isPlainlyOne = /\p{N}/u.test(line) || line[4] === "-";
    return isPlainlyOne ? { kind: "scan", text: line } : { kind: "either", text: line, number: reading.number };
  }
  const isName = [...line].length <= 60 && /\p{L}/u.test(line) && !line.includes("://");
  return { kind: isName ? "search" : "scan", text: line };
}

export const letsIn = (result) => result === "admitted" || result === "left";

/** What there is against a ticket, whoever came in before; null for nothing. `entry` is a row of the list. */
export function objection(shown, generation, entry, terms, kind) {
  if (["garbled", "foreign", "otherEvent", "forged"].includes(shown)) return shown;
  if (!entry) return "notKnown";
  if (generation !== null && generation !== entry.g) return generation < entry.g ? "passedOn" : "notKnown";
  if (kind === "out") return null;
  if (entry.s === "ended") return "cancelled";
  if (entry.s === "pending") return "notConfirmed";
  if (terms.categories.length && !terms.categories.includes(entry.c)) return "otherDoor";
  if (terms.demandsPayment && entry.u) return "notPaid";
  if (terms.seats && !(entry.t ?? []).includes(terms.seats)) return "seatless";
  return null;
}

export function judge(kind, against, isIn) {
  if (against) return against;
  if (kind === "in") return isIn ? "again" : "admitted";
  if (kind === "out") return isIn ? "left" : "outside";
  return "undone";
}

/** All scans of one person at one place, judged in the order in which they happened. Gives copies. */
export function settled(scans) {
  const all = scans.map((scan) => ({ ...scan })).sort((one, two) => one.at - two.at || (one.id < two.id ? -1 : one.id > two.id ? 1 : 0));
  const known = new Set(all.filter((scan) => scan.kind !== "undo").map((scan) => scan.id));
  const undone = new Set(all.filter((scan) => scan.kind === "undo").map((scan) => scan.undoes));
  let inside = null;
  for (const scan of all) {
    if (scan.kind === "undo") {
      scan.result = known.has(scan.undoes) ? "undone" : "nothing";
      continue;
    }
    scan.isUndone = undone.has(scan.id);
    const verdict = judge(scan.kind, scan.objection ?? null, inside !== null);
    const wasTurnedAway = Boolean(scan.said) && !letsIn(scan.said);
    scan.result = letsIn(verdict) && wasTurnedAway ? "turnedAway" : verdict;
    scan.earlier = verdict === "again" ? inside : null;
    if (scan.isUndone) continue;
    if (scan.result === "admitted") inside = scan.id;
    if (scan.result === "left") inside = null;
  }
  return all;
}

/** The device showed another thing than what counts. */
export const isConflict = (scan) => Boolean(scan.said) && !scan.isUndone && scan.kind !== "undo"
  && (letsIn(scan.said) !== letsIn(scan.result) || scan.result === "turnedAway");

/** How many came, and how many are there: comings and goings of a person take turns. */
export function attendance(groups) {
  let came = 0, inside = 0;
  for (const scans of groups) {
    const counted = scans.filter((scan) => scan.kind !== "undo" && !scan.isUndone);
    const ins = counted.filter((scan) => scan.result === "admitted").length;
    came += ins ? 1 : 0;
    inside += ins - counted.filter((scan) => scan.result === "left").length;
  }
  return { came, inside };
}
