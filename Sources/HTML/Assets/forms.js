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
