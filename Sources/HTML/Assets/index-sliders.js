// Weights as a reader likes them, without asking the server: it answers the same form where this does not run.
import { prepare, ranks } from "./index-rules.js";

const written = (value, decimals, mark) => value.toFixed(decimals).replace("-", "−").replace(".", mark);

// A slider beside each number; both say the same.
const slide = (input, changed) => {
  const range = document.createElement("input"), usual = Number(input.dataset.published);
  range.type = "range";
  range.min = 0;
  range.max = Math.max(usual * 4, Number(input.value), 1e-9);
  range.step = "any";
  range.value = input.value;
  range.setAttribute("aria-labelledby", input.id.replace("w-", "l-"));
  input.before(range);
  range.addEventListener("input", () => {
    input.value = Number(Number(range.value).toPrecision(3));
    changed();
  });
  input.addEventListener("input", () => {
    range.max = Math.max(Number(range.max), Number(input.value));
    range.value = input.value;
    changed();
  });
};

const read = (inputs) => {
  const weights = {};
  for (const input of inputs) {
    const weight = input.value.trim() === "" ? Number(input.dataset.published) : Number(input.value);
    if (!(weight >= 0 && weight <= 1e6)) return null;
    weights[input.name.slice(2)] = weight;
  }
  return weights;
};

const shares = (root, inputs, weights, mark) => {
  const totals = {};
  for (const input of inputs) totals[input.dataset.whole] = (totals[input.dataset.whole] ?? 0) + weights[input.name.slice(2)];
  for (const input of inputs) {
    const code = input.name.slice(2), total = totals[input.dataset.whole];
    const place = root.querySelector(`[data-share="${CSS.escape(code)}"]`);
    if (total > 0) place.textContent = `${written(100 * weights[code] / total, 1, mark)}${place.textContent.includes("\u202f") ? "\u202f" : ""}%`;
  }
  return Object.values(totals).every((total) => total > 0);
};

const remember = (inputs, weights) => {
  const changed = inputs.map((input) => input.name.slice(2)).filter((code, place) => weights[code] !== Number(inputs[place].dataset.published));
  const address = new URL(location.href);
  address.searchParams.delete("w");
  let text = address.href;
  // Colons and commas stay as they are: the address is to be read and passed on.
  if (changed.length) text += `${address.search ? "&" : "?"}w=${changed.map((code) => `${encodeURIComponent(encodeURIComponent(code))}:${weights[code]}`).join(",")}`;
  history.replaceState(null, "", text);
};

const show = (root, data, scores, mark) => {
  const found = ranks(scores, data.ranking), [low, high] = data.scale;
  const body = root.querySelector("tbody"), rows = new Map([...body.rows].map((row) => [row.dataset.unit, row]));
  const order = data.units.map((unit) => unit.code).sort((one, other) => (found.get(one) ?? Infinity) - (found.get(other) ?? Infinity) || 0);
  for (const code of order) {
    const row = rows.get(code), value = scores.get(code), rank = found.get(code), usual = Number(row.dataset.usual);
    const gap = rank === undefined || row.dataset.usual === "" ? null : usual - rank;
    row.querySelector(".ix-rank").textContent = rank === undefined ? "–" : String(rank).replace(".", mark);
    row.querySelector(".ix-change").textContent = gap === null ? "" : gap === 0 ? "=" : `${gap > 0 ? "▲" : "▼"} ${Math.abs(gap)}`;
    const number = row.querySelector("[data-value]");
    number.dataset.value = Number.isNaN(value) ? "" : String(value);
    number.textContent = Number.isNaN(value) ? "–" : written(value, 1, mark);
    const share = Number.isNaN(value) ? 0 : Math.min(Math.max((value - low) / (high - low), 0), 1);
    row.querySelector(".ix-fill").setAttribute("width", String(200 * share));
    body.append(row);
  }
};

export const sliders = async (document) => {
  const root = document.getElementById("sliders"), form = root.querySelector("form"), mark = root.dataset.decimal;
  const answer = await fetch(root.dataset.scores).catch(() => null);
  if (!answer?.ok) return;
  const data = await answer.json();
  if (!data.isComplete) return;
  const index = prepare(data), inputs = [...form.querySelectorAll("input[name^='w-']")], status = root.querySelector("[data-live]");
  const changed = () => {
    const weights = read(inputs);
    if (!weights || !shares(root, inputs, weights, mark)) return;
    show(root, data, index.scores(weights), mark);
    remember(inputs, weights);
    status.textContent = status.dataset.live;
  };
  for (const input of inputs) slide(input, changed);
  form.addEventListener("submit", (event) => { event.preventDefault(); changed(); });
  root.dataset.ready = "yes";
};
