// The doors and the mailings at the desk: their figures renew themselves when something is scanned or sent. Fresh pages are parsed by the browser as
// documents; no HTML is made from text.
const fresh = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.open("GET", address);
  request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(request.status));
  request.onerror = reject;
  request.send();
});

export function doorsDesk(root) {
  const place = root.querySelector("#doors, #mailing");
  let isUnderWay = false, isWanted = false;
  const renew = async () => {
    if (isUnderWay) { isWanted = true; return; }
    isUnderWay = true;
    const next = (await fresh(location.href).catch(() => null))?.getElementById(place.id);
    if (next) place.replaceChildren(...root.importNode(next, true).childNodes);
    isUnderWay = false;
    if (isWanted) { isWanted = false; renew(); }
  };
  new EventSource(place.dataset.live).addEventListener("change", renew);
}
