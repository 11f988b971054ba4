// Asking the house over a connection that may not be there, may be another's (a hotel's log-in page), or may be slow.
const PATIENCE = 10000;

export class Away extends Error {}
export class Gone extends Error {}

/** A page of ours as a document: no HTML is made from text here. */
const page = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.responseType = "document";
  request.timeout = PATIENCE;
  request.open("GET", address);
  request.onload = () => (request.status === 200 && request.response ? resolve(request.response) : reject(new Away()));
  request.onerror = request.ontimeout = () => reject(new Away());
  request.send();
});

export class House {
  /** `token` guards our forms; `clock` is told what the house's clock says. */
  constructor(address, token, clock) { Object.assign(this, { address, token, clock }); }

  async ask(path, options = {}) {
    const started = Date.now();
    let answer, body;
    try {
      answer = await fetch(this.address + path, { ...options, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(PATIENCE),
        headers: { Accept: "application/json", ...options.headers } });
      body = await answer.json();
    } catch { throw new Away(); }
    // Only the house itself can say that a device has no more business here.
    const isOurs = (answer.headers.get("Content-Type") ?? "").startsWith("application/problem+json");
    if (isOurs && (answer.status === 404 || answer.status === 410)) throw new Gone();
    if (!answer.ok) {
      if (isOurs) return { status: answer.status };
      throw new Away();
    }
    if (typeof body?.now === "number") await this.clock(body.now, started, Date.now());
    return { status: answer.status, body };
  }

  /** Scans; the status alone if the house takes none of them. */
  async send(skew, scans) {
    const post = () => this.ask("/scans", { method: "POST", body: JSON.stringify({ skew, scans }),
      headers: { "Content-Type": "application/json", "X-Form-Token": this.token } });
    const first = await post();
    if (first.status !== 403) return first;
    // Somebody has signed in or out in this browser: a fresh page has a fresh token.
    this.token = (await page(this.address)).querySelector("input[name=_token]")?.value ?? this.token;
    return post();
  }

  async list(since) {
    const { body } = await this.ask(`/list?since=${encodeURIComponent(since)}`);
    if (!body?.parts) throw new Away();
    return body;
  }

  async find(text) { return (await this.ask(`/find?q=${encodeURIComponent(text)}`)).body?.people ?? []; }
}
