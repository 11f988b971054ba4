// Stars without a page load. Without an account the browser keeps them itself, in a cookie of the event's pages: the pages
// are the same for everyone, and only this script knows which stars are lit. With an account the star is a form already.
const NAME = "plenaria-favourites", MOST = 110;

const read = () => {
  const pair = document.cookie.split("; ").find((part) => part.startsWith(`${NAME}=`));
  return new Set((pair?.slice(NAME.length + 1) ?? "").match(/[0-9a-f]{32}/g) ?? []);
};
const keep = (all, path) => {
  const secure = location.protocol === "https:" ? "; Secure" : "";
  document.cookie = `${NAME}=${[...all].join("")}; Path=${path}; SameSite=Lax; Max-Age=${all.size ? 31536000 : 0}${secure}`;
};

const light = (link) => {
  const id = link.dataset.star.replaceAll("-", ""), address = new URL(link.href);
  const path = address.pathname.replace(/\/mine$/, "");
  const button = document.createElement("button");
  button.type = "button";
  button.className = link.className;
  if (link.hasAttribute("aria-label")) button.setAttribute("aria-label", link.getAttribute("aria-label"));
  button.append(...link.childNodes);
  const show = () => button.setAttribute("aria-pressed", String(read().has(id)));
  button.addEventListener("click", () => {
    const all = read();
    if (!all.delete(id)) {
      // A full cookie is explained by the page that the link leads to.
      if (all.size >= MOST) { location.assign(address); return; }
      all.add(id);
    }
    keep(all, path);
    // A browser that takes no cookies is told by the reader's own page, not by a star that lies.
    if (read().has(id) !== all.has(id)) { location.assign(address); return; }
    show();
    // What was chosen is wanted without a connection, too.
    const page = new URL(`${path}/s/${link.dataset.star}${address.search}`, address);
    page.searchParams.delete("add");
    if (all.has(id)) navigator.serviceWorker?.controller?.postMessage([page.href]);
  });
  show();
  link.replaceWith(button);
  return show;
};

// The button's name stands before the form's own property.
const target = (form) => form.getAttribute("action");
const underWay = new WeakSet(), plain = new WeakSet();

const send = async (form, button) => {
  const action = button.value, body = new URLSearchParams(new FormData(form));
  body.set("action", action);
  const answer = await fetch(target(form), { method: "POST", body, redirect: "manual" }).catch(() => null);
  underWay.delete(form);
  if (answer?.type === "opaqueredirect") {
    show(form, action === "add");
  } else {
    // What went wrong is said by the page that the plain form gives.
    plain.add(form);
    form.requestSubmit(button);
  }
};

const show = (form, isChosen) => {
  const button = form.querySelector("button.star");
  button.setAttribute("aria-pressed", String(isChosen));
  button.value = isChosen ? "remove" : "add";
};

const switches = (root) => root.addEventListener("submit", (event) => {
  const form = event.target, button = form.querySelector("button.star");
  if (!button || plain.has(form)) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (underWay.has(form)) return;
  underWay.add(form);
  send(form, button);
}, true);

// What this browser kept goes to the account by itself, once: if that is refused, the button on the reader's own page stays.
const adopt = async (root) => {
  const mark = `adopted ${location.pathname.split("/").slice(0, 3).join("/")}`;
  const button = root.querySelector("#adopt button"), forms = [...root.querySelectorAll("form.stars")], kept = read();
  if ((!button && !forms.length) || !kept.size || sessionStorage.getItem(mark)) return;
  sessionStorage.setItem(mark, "yes");
  if (button) { button.form.requestSubmit(button); return; }
  const token = forms[0].elements.namedItem("_token").value;
  const body = new URLSearchParams({ _token: token, action: "adopt" });
  const answer = await fetch(target(forms[0]), { method: "POST", body, redirect: "manual" }).catch(() => null);
  if (answer?.type !== "opaqueredirect") return;
  for (const form of forms) if (kept.has(form.elements.namedItem("session").value.replaceAll("-", ""))) show(form, true);
};

export const stars = (root) => {
  const shown = [...root.querySelectorAll("a[data-star]")].map(light);
  // Another tab may have changed them, and so may the way back to this page.
  const renew = () => { for (const show of shown) show(); };
  addEventListener("pageshow", renew);
  root.addEventListener("visibilitychange", renew);
  switches(root);
  adopt(root);
};
