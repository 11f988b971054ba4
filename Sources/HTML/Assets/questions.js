// Questions that depend on an answer come and go with it. Without this module they all stand there and say on which.
const isAnswered = (form, name, codes) => {
  const fields = [...form.elements].filter((field) => field.name === name || field.name.startsWith(`${name}-`));
  // A disabled group is not asked, so that nothing depends on it.
  const open = fields.filter((field) => !field.matches(":disabled"));
  if (!open.length) return false;
  const given = open.filter((field) => (field.type === "radio" || field.type === "checkbox" ? field.checked : field.value));
  if (given.some((field) => codes.includes(field.name === name ? field.value : field.name.slice(name.length + 1)))) return true;
  // Of a consent, a box that is left alone means no.
  return codes.includes("no") && open[0].type === "checkbox" && open[0].name === name && !given.length;
};

export const questions = (root) => {
  const groups = [...root.querySelectorAll("fieldset[data-if]")].filter((group) => group.form);
  const show = () => {
    // In the order of the page: what a hidden group asks counts as not answered.
    for (const group of groups) {
      const isShown = isAnswered(group.form, group.dataset.if, group.dataset.of.split(" "));
      group.hidden = !isShown;
      group.disabled = !isShown;
    }
  };
  for (const form of new Set(groups.map((group) => group.form))) {
    form.addEventListener("input", show);
    form.addEventListener("reset", () => setTimeout(show));
  }
  addEventListener("pageshow", show);
  show();
  for (const group of groups) group.querySelector("legend").classList.add("visually-hidden");
};
