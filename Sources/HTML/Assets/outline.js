/** In an outline Alt and an arrow press the button of the row that has the focus; after the move the same row has it again. */
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
  }
  const moved = location.hash.startsWith("#n-") && root.getElementById(location.hash.slice(1));
  moved?.querySelector("a")?.focus();
};
