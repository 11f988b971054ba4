/** In an outline Alt and an arrow press the button of the row that has the focus; after the move the same row has it again. Rows can
 *  be dragged by a handle, too: all of it is said to the server by the form that each row has. */
export const outline = (root) => {
  for (const row of root.querySelectorAll(".outline li")) {
    row.addEventListener("keydown", (event) => {
      if (!event.altKey || event.ctrlKey || event.metaKey) return;
      const flips = document.dir === "rtl" ? { ArrowLeft: "ArrowRight", ArrowRight: "ArrowLeft" } : {};
      const button = row.querySelector(`button[data-key="${CSS.escape(flips[event.key] ?? event.key)}"]`);
      if (!button) return;
      event.preventDefault();
      if (!button.disabled) button.form.requestSubmit(button);
    });
    if (row.querySelector("form.moves") && depth(row) > 0) handle(row);
  }
  const moved = location.hash.startsWith("#n-") ? root.getElementById(location.hash.slice(1)) : null;
  moved?.querySelector("a")?.focus();
};

const code = (row) => row.id.slice(2);
const depth = (row) => Number(row.dataset.depth);
const marks = ["drop-before", "drop-after", "drop-into"];

/** A row with everything under it. */
const branch = (row) => {
  const rows = [row];
  for (let next = row.nextElementSibling; next && depth(next) > depth(row); next = next.nextElementSibling) rows.push(next);
  return rows;
};

/** Where a row would go from a point: before or after another one at its edges, into it in its middle; null for nowhere. */
const placeAt = (rows, x, y) => {
  const target = document.elementFromPoint(x, y)?.closest(".outline > li");
  if (!target || rows.includes(target)) return null;
  const box = target.getBoundingClientRect(), part = (y - box.top) / box.height;
  if (depth(target) === 0 || (part >= .3 && part <= .7)) return { target, to: "into" };
  if (part < .3) return { target, to: "before" };
  // Under a whole come its parts: between them is before the first of these.
  const first = target.nextElementSibling;
  if (!first || depth(first) <= depth(target)) return { target, to: "after" };
  return rows.includes(first) ? null : { target: first, to: "before" };
};

const handle = (row) => {
  const grip = document.createElement("span");
  grip.className = "grip";
  grip.setAttribute("aria-hidden", "true");
  row.prepend(grip);
  let rows = null, place = null;
  const show = (next) => {
    place?.target.classList.remove(...marks);
    next?.target.classList.add(`drop-${next.to}`);
    place = next;
  };
  const end = () => {
    show(null);
    rows?.forEach((one) => one.classList.remove("dragged"));
    rows = null;
    document.removeEventListener("keydown", cancel);
  };
  const cancel = (event) => { if (event.key === "Escape") end(); };
  grip.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    event.preventDefault();
    grip.setPointerCapture(event.pointerId);
    rows = branch(row);
    rows.forEach((one) => one.classList.add("dragged"));
    document.addEventListener("keydown", cancel);
  });
  grip.addEventListener("pointermove", (event) => {
    if (!rows) return;
    if (event.clientY < 48) scrollBy(0, -16);
    if (event.clientY > innerHeight - 48) scrollBy(0, 16);
    show(placeAt(rows, event.clientX, event.clientY));
  });
  grip.addEventListener("pointerup", () => {
    const found = place;
    end();
    if (found) send(row.querySelector("form.moves"), { do: found.to, beside: code(found.target) });
  });
  grip.addEventListener("pointercancel", end);
};

const send = (form, fields) => {
  for (const [name, value] of Object.entries(fields)) {
    const field = document.createElement("input");
    [field.type, field.name, field.value] = ["hidden", name, value];
    form.append(field);
  }
  form.requestSubmit();
};
