// A form with changes is not left by accident, and not sent twice by a double click.
export const guardForms = (root) => {
  let changed = false;
  for (const form of root.querySelectorAll("form[method=post]")) {
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", (event) => {
      changed = false;
      if (form.dataset.sent) event.preventDefault();
      form.dataset.sent = "yes";
    });
  }
  addEventListener("pageshow", () => { for (const form of root.querySelectorAll("form[data-sent]")) delete form.dataset.sent; });
  addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
};

/** Ctrl + Enter (⌘ + Enter on a Mac) sends the form that is being filled in; the desk's forms say so beside their button. */
export const sendByKeys = (root) => {
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  for (const form of root.querySelectorAll(".desk-form")) {
    const button = form.querySelector(".actions button[type=submit]:only-of-type");
    if (!button) continue;
    button.setAttribute("aria-keyshortcuts", isMac ? "Meta+Enter" : "Control+Enter");
    const hint = document.createElement("kbd");
    hint.textContent = isMac ? "⌘ Enter" : "Ctrl Enter";
    hint.setAttribute("aria-hidden", "true");
    button.after(hint);
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      form.requestSubmit(button);
    });
  }
};

/** Of places that stand in one line on a phone, the current one is in sight. */
export const showCurrent = (root) => {
  for (const list of root.querySelectorAll(".tabs")) {
    const current = list.querySelector("[aria-current]");
    if (!current || list.scrollWidth <= list.clientWidth) continue;
    const place = current.getBoundingClientRect(), whole = list.getBoundingClientRect();
    list.scrollLeft += place.x + place.width / 2 - whole.x - whole.width / 2;
  }
};
