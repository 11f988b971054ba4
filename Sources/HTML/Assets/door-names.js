// Names on the list of a device, found as people type them: without accents, in any order, in any script.
const MOST = 12;
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** Rows that may come in and whose name has every part of the text. */
export function called(rows, text) {
  const parts = folded(text).split(" ").filter(Boolean), found = [];
  for (const row of rows) {
    if (row.s !== "confirmed" || !row.n) continue;
    const whole = folded(`${row.n} ${row.l ?? ""}`);
    if (parts.every((part) => whole.includes(part))) found.push(row);
  }
  return found.sort((one, two) => one.n.localeCompare(two.n)).slice(0, MOST);
}
