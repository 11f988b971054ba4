// The aggregation of an index, as the server's engine does it: the same sums in the same order, so that both give the same
// numbers. Missing cells are NaN.
const means = {
  arithmetic: [(x) => x, (x) => x],
  geometric: [Math.log, Math.exp],
  harmonic: [(x) => 1 / x, (x) => 1 / x],
};

const mean = ([to, back], parts, weights) => {
  let sum = 0, total = 0;
  for (let place = 0; place < parts.length; place += 1) {
    total += weights[place];
    sum += weights[place] * to(parts[place]);
  }
  if (!Number.isNaN(sum)) return back(sum / total);
  sum = 0;
  total = 0;
  for (let place = 0; place < parts.length; place += 1) {
    if (Number.isNaN(parts[place])) continue;
    sum += weights[place] * to(parts[place]);
    total += weights[place];
  }
  return total > 0 ? back(sum / total) : NaN;
};

// Each part is as long as its weight; the middle of that length counts.
const median = (parts, weights) => {
  const there = parts.map((part, place) => [part, weights[place]]).filter(([part, weight]) => !Number.isNaN(part) && weight > 0)
    .sort(([one], [other]) => one - other);
  const half = there.reduce((sum, [, weight]) => sum + weight, 0) / 2;
  let before = 0;
  for (let place = 0; place < there.length; place += 1) {
    before += there[place][1];
    if (Math.abs(before - half) <= 1e-12 * half && place + 1 < there.length) return (there[place][0] + there[place + 1][0]) / 2;
    if (before > half) return there[place][0];
  }
  return there.length ? there[there.length - 1][0] : NaN;
};

const minimum = (parts) => {
  const there = parts.filter((part) => !Number.isNaN(part));
  return there.length ? Math.min(...there) : NaN;
};

const score = (rule, parts, weights) => {
  if (rule.rule === "median") return median(parts, weights);
  if (rule.rule === "minimum") return minimum(parts);
  const p = rule.power;
  return mean(rule.rule === "power" ? [(x) => x ** p, (x) => x ** (1 / p)] : means[rule.rule], parts, weights);
};

/** Makes the index ready; gives `scores(weights)`: code of a unit → score, NaN where there is none. `weights`: code → number. */
export const prepare = (data) => {
  const places = new Map(data.parts.map((part, place) => [part.code, place]));
  const children = new Map(data.rules.map((rule) => [rule.node, data.parts.filter((part) => part.parent === rule.node).map((part) => part.code)]));
  const cell = (unit, node) => `${unit}\u0000${node}`;
  const exempt = new Set(data.exempt.map((one) => cell(one.unit, one.node)));
  const set = new Map(data.overrides.map((one) => [cell(one.unit, one.node), one.score ?? NaN]));
  const scored = (unit, row, weights) => {
    const found = new Map(data.indicators.map((code, column) => [code, data.values[column][row] ?? NaN]));
    const adjust = (node) => { if (set.has(cell(unit, node))) found.set(node, set.get(cell(unit, node))); };
    data.indicators.forEach(adjust);
    for (const rule of data.rules) {
      const codes = children.get(rule.node), parts = codes.map((code) => found.get(code));
      let value = score(rule, parts, codes.map((code) => weights[code]));
      if (exempt.has(cell(unit, rule.node))) value = NaN;
      if (rule.least > 0) {
        const counted = codes.filter((code) => !exempt.has(cell(unit, code)));
        const there = counted.filter((code) => !Number.isNaN(found.get(code))).length;
        if (there < rule.least * counted.length) value = NaN;
      }
      found.set(rule.node, value);
      adjust(rule.node);
    }
    return found.get(data.index);
  };
  const usual = Object.fromEntries(data.parts.map((part) => [part.code, part.weight]));
  return {
    usual,
    has: (code) => places.has(code),
    scores: (weights) => new Map(data.units.map((unit, row) => [unit.code, scored(unit.code, row, { ...usual, ...weights })])),
  };
};

/** The ranks of scores, as the method says: code → rank; who has no score has none. */
export const ranks = (scores, { decimals, ties }) => {
  const factor = 10 ** (decimals ?? 0);
  const compared = (value) => (decimals == null ? value : Math.sign(value) * Math.round(Math.abs(value) * factor) / factor);
  const order = [...scores].filter(([, value]) => !Number.isNaN(value)).map(([code, value]) => [code, compared(value)])
    .sort(([, one], [, other]) => other - one);
  const found = new Map();
  let place = 0, step = 0;
  while (place < order.length) {
    let end = place + 1;
    while (end < order.length && order[end][1] === order[place][1]) end += 1;
    step += 1;
    const rank = { competition: place + 1, dense: step, average: (place + 1 + end) / 2, last: end }[ties];
    for (let other = place; other < end; other += 1) found.set(order[other][0], rank);
    place = end;
  }
  return found;
};
