// "What changed since I last looked": this browser remembers which release of each programme it saw.
const key = (place) => `seen ${place.dataset.event}`;
const seen = (place) => { try { return Number(localStorage.getItem(key(place))) || 0; } catch { return 0; } };
const remember = (place) => { try { localStorage.setItem(key(place), place.dataset.release); } catch { /* It is asked again. */ } };

export const news = (root) => {
  // The page of changes has been looked at.
  const log = root.getElementById("seen");
  if (log) remember(log);
  const note = root.getElementById("news");
  if (!note) return;
  const last = seen(note);
  if (!last || last >= Number(note.dataset.release)) { remember(note); return; }
  const link = note.querySelector("a"), address = new URL(link.href);
  address.searchParams.set("since", String(last));
  link.href = address.href;
  note.querySelector("button").addEventListener("click", () => { remember(note); note.hidden = true; });
  note.hidden = false;
};
