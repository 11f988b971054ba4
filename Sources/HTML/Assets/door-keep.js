// What a device keeps: the list in its parts, every scan it knows of, and what was not sent yet. A scan is on the disk before
// anybody is let in, and it leaves the queue only when the house has answered for it.
const STORES = ["parts", "scans", "facts"];

const done = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

export async function keep(door) {
  const request = indexedDB.open(`plenaria-door-${door}`, 1);
  request.onupgradeneeded = () => {
    request.result.createObjectStore("parts", { keyPath: "part" });
    // `waits` is 1 until the house has answered, and not there afterwards: so the index holds the queue alone.
    request.result.createObjectStore("scans", { keyPath: "id" }).createIndex("waits", "waits");
    request.result.createObjectStore("facts", { keyPath: "name" });
  };
  const database = await done(request);
  const write = (names, work, durability = "relaxed") => new Promise((resolve, reject) => {
    const transaction = database.transaction(names, "readwrite", { durability });
    transaction.oncomplete = () => resolve();
    transaction.onerror = transaction.onabort = () => reject(transaction.error);
    work(transaction);
  });
  const all = (name) => done(database.transaction(name).objectStore(name).getAll());
  return {
    all,
    fact: async (name) => (await done(database.transaction("facts").objectStore("facts").get(name)))?.value,
    setFact: (name, value) => write(["facts"], (transaction) => transaction.objectStore("facts").put({ name, value })),
    /** To the disk, before it is shown. */
    putScan: (scan) => write(["scans"], (transaction) => transaction.objectStore("scans").put(scan), "strict"),
    putScans: (scans) => write(["scans"], (transaction) => {
      for (const scan of scans) transaction.objectStore("scans").put(scan);
    }, "strict"),
    /** What the house has told, with the place in its story up to which it was told: together or not at all. */
    putList: (parts, scans, since, skew) => write(STORES, (transaction) => {
      for (const [part, rows] of Object.entries(parts)) transaction.objectStore("parts").put({ part, rows });
      for (const scan of scans) transaction.objectStore("scans").put(scan);
      transaction.objectStore("facts").put({ name: "since", value: since });
      transaction.objectStore("facts").put({ name: "listed", value: Date.now() + skew });
    }),
    waiting: async () => (await done(database.transaction("scans").objectStore("scans").index("waits").getAll()))
      .sort((one, two) => one.made - two.made),
    /** Names and what happened go; what was not sent stays. */
    forget: () => write(STORES, (transaction) => {
      transaction.objectStore("parts").clear();
      transaction.objectStore("facts").clear();
      const scans = transaction.objectStore("scans");
      scans.openCursor().onsuccess = (event) => {
        const cursor = event.target.result;
        if (!cursor) return;
        if (!cursor.value.waits) cursor.delete();
        cursor.continue();
      };
    }),
  };
}

// Where nothing can be kept (a private window, no TLS) the page works with a connection alone.
export function keepNothing() {
  const scans = new Map();
  return {
    all: async (name) => (name === "scans" ? [...scans.values()] : []), fact: async () => undefined, setFact: async () => {},
    putScan: async (scan) => { scans.set(scan.id, scan); },
    putScans: async (all) => { for (const scan of all) scans.set(scan.id, scan); },
    putList: async (_, all) => { for (const scan of all) scans.set(scan.id, scan); },
    waiting: async () => [...scans.values()].filter((scan) => scan.waits), forget: async () => {},
  };
}
