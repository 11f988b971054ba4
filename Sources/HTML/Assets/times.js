// The reader's own clock under the venue's, where the address does not ask for a zone.
const dayNumber = (date, zone) => {
  const parts = Object.fromEntries(new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(date).map((part) => [part.type, part.value]));
  return Date.UTC(+parts.year, +parts.month - 1, +parts.day) / 86400000;
};

/** Adds the local time to each `time[data-local]`; says the day by which it is off the venue's. */
export const localTimes = (root) => {
  const html = document.documentElement;
  if (html.dataset.tz) return;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  let differs = false;
  for (const time of root.querySelectorAll(".rail time[data-local]")) {
    const stamp = time.getAttribute("datetime");
    const date = new Date(stamp);
    const text = clock.format(date);
    const offset = /([+-])(\d\d):(\d\d)$/.exec(stamp);
    const venue = offset ? (offset[1] === "-" ? -1 : 1) * (+offset[2] * 60 + +offset[3]) : 0;
    const venueDay = Math.floor((date.getTime() + venue * 60000) / 86400000);
    const shift = dayNumber(date, zone) - venueDay;
    if (shift === 0 && text === time.textContent.trim().slice(0, 5)) continue;
    differs = true;
    const small = document.createElement("small");
    small.textContent = text;
    if (shift !== 0) {
      const days = document.createElement("span");
      days.className = "days";
      days.textContent = ` ${shift > 0 ? "+" : "−"}${Math.abs(shift)}`;
      small.append(days);
    }
    small.title = zone;
    time.closest(".rail").append(small);
  }
  // The heading says whose clock the smaller one is: by its city, as the server says it.
  const city = zone.split("/").pop().replaceAll("_", " ");
  if (differs) for (const place of root.querySelectorAll("[data-yours]")) place.textContent = place.dataset.yours.replace("%", city);
};
