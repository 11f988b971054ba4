"""The opening of registration: a crowd presses at once, on SQLite and on PostgreSQL with one and with three programs.

rush.py [--json] [--engine sqlite|postgres|postgres3|all] [--people 5000] [--places 150] [--steady 12000] [--kills 0]

The crowd (Tests/Bench/RushClient) comes over HTTP as browsers do: 20 % press twice, 10 % send their form again, 5 % go away
without a word; meanwhile somebody reads the public programme fifty times a second. Then a steady stream of registrations for
places that do not run out. Afterwards the database is asked: oversold, undersold, double, lost, out of order. With --kills N the
program is killed with SIGKILL in the middle of N rushes, started again, and asked for everything that was acknowledged.
Ends with status 1 if anything of that is not nought.
"""
import argparse
import base64
import json
import os
import random
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

from crash import POSTGRES, ROOT, Cluster
from pages import Figures, Process, free_port, say

PROGRAMME = "/e/bench/programme"
KEY = base64.b64encode(b"the same for all programs of one!").decode()


class Site:
    """One or more programs on one fresh database."""

    def __init__(self, engine, folder, places):
        self.engine, self.folder = engine, Path(folder)
        self.cluster = Cluster(folder) if engine.startswith("postgres") else None
        self.data = str(self.folder / "plenaria")
        self.settings = {"PLENARIA_RATE": "1000000000", "PLENARIA_TRUST_FORWARDED": "true", "PLENARIA_KEY": KEY}
        if self.cluster:
            self.settings["PLENARIA_DATABASE_URL"] = self.cluster.url
        command = [os.environ["PLENARIA_BINARY"], "bench-event", "--data", self.data, "--sessions", "120", "--rooms", "6",
                   "--days", "3", "--places", str(places)]
        subprocess.run(command, check=True, stdout=sys.stderr, env={**os.environ, **self.settings})
        self.programs = []
        for _ in range(3 if engine == "postgres3" else 1):
            self.start()

    def start(self):
        port = free_port()
        command = [os.environ["PLENARIA_BINARY"], "serve", "--port", str(port), "--data", self.data]
        self.programs.append(Process(command, port, PROGRAMME, self.settings))

    @property
    def ports(self):
        return ",".join(str(program.port) for program in self.programs)

    def kill(self):
        for program in self.programs:
            program.process.kill()
            program.process.wait()
        self.programs = []

    def ask(self, sql):
        """Rows of the database, as lists of text."""
        if self.cluster:
            command = [str(POSTGRES / "psql"), "-X", "-A", "-t", "-F", "|", "-c", "SET search_path TO plenaria", "-c", sql,
                       self.cluster.url]
            text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
            return [line.split("|") for line in text.splitlines() if line and line != "SET"]
        with sqlite3.connect(f"file:{self.data}/plenaria.sqlite?mode=ro", uri=True) as database:
            return [[str(value) for value in row] for row in database.execute(sql)]

    def number(self, sql):
        return int(self.ask(sql)[0][0])

    def stop(self):
        for program in self.programs:
            program.stop()
        if self.cluster:
            self.cluster.stop()


class Reader(threading.Thread):
    """Somebody who reads the programme while others press."""

    def __init__(self, port):
        super().__init__(daemon=True)
        self.port, self.times, self.ended = port, [], threading.Event()

    def run(self):
        with socket.create_connection(("127.0.0.1", self.port)) as line:
            while not self.ended.is_set():
                began = time.monotonic()
                line.sendall(f"GET {PROGRAMME} HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip\r\n\r\n".encode())
                heard = b""
                while b"\r\n\r\n" not in heard:
                    heard += line.recv(65536)
                head, _, rest = heard.partition(b"\r\n\r\n")
                length = int(head.lower().split(b"content-length:")[1].split(b"\r\n")[0])
                while len(rest) < length:
                    rest += line.recv(65536)
                self.times.append((time.monotonic() - began) * 1000)
                time.sleep(0.02)

    def p99(self):
        self.ended.set()
        self.join(5)
        return sorted(self.times)[len(self.times) * 99 // 100] if self.times else 0


def crowd(site, people, seed, log, *more, allow_failure=False, meanwhile=None):
    command = [os.environ["PLENARIA_RUSHCLIENT"], "--port", site.ports, "--people", str(people), "--seed", str(seed), "--log", log,
               *map(str, more)]
    # What it writes is short: neither pipe fills.
    client = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if client.stderr.readline().strip() == "pressing" and meanwhile:
        meanwhile()
    out, complaints = client.communicate()
    if client.returncode != 0 and not allow_failure:
        sys.exit(f"bench: the crowd ended with {client.returncode}: {complaints[-2000:]}")
    return json.loads(out) if out.strip() else {}


def presses(log):
    """Person, instant, registration, acknowledged."""
    found = []
    for line in Path(log).read_text().splitlines():
        person, at, token, sure = line.split()
        found.append((int(person), int(at), str(uuid.UUID(bytes=base64.urlsafe_b64decode(token)[:16])), sure == "1"))
    return found


def kendall(pairs):
    """Tau-a of what should be in one order, by a merge sort."""
    order = [arrival for _, arrival in sorted(pairs)]

    def swaps(values):
        if len(values) < 2:
            return 0, values
        half = len(values) // 2
        left_swaps, left = swaps(values[:half])
        right_swaps, right = swaps(values[half:])
        merged, count, i = [], left_swaps + right_swaps, 0
        for value in right:
            while i < len(left) and left[i] <= value:
                merged.append(left[i])
                i += 1
            count += len(left) - i
            merged.append(value)
        return count, merged + left[i:]

    most = len(order) * (len(order) - 1) / 2
    return 1 - 2 * swaps(order)[0] / most if most else 1


def verify(site, found):
    """What must be nought, asked from the database itself."""
    taken, capacity = map(int, site.ask("SELECT taken, capacity FROM place_counter")[0])
    have = site.number("SELECT COUNT(*) FROM registration WHERE has_place = 1")
    waiting = site.number("SELECT COUNT(*) FROM registration WHERE state = 'waiting'")
    rows = {row[0]: row for row in site.ask("SELECT id, state, arrival, has_place FROM registration")}
    sure = [press for press in found if press[3]]
    lost = [press for press in found if press[2] not in rows]
    lost += [press for press in sure if press[2] in rows and rows[press[2]][1] not in ("confirmed", "waiting", "offered")]
    granted = sorted(int(row[2]) for row in rows.values() if row[3] == "1")
    return {
        "oversold": max(0, taken - capacity) + max(0, have - capacity) + abs(taken - have),
        "undersold": min(capacity - taken, waiting),
        "double": site.number("SELECT COUNT(*) - COUNT(DISTINCT email) FROM registration WHERE state IN ('confirmed', 'waiting', 'offered')")
        + len(found) - len({press[2] for press in found}),
        "lost": len(lost),
        "outOfOrder": sum(1 for place, arrival in enumerate(granted, 1) if place != arrival),
    }


def rush(figures, engine, options):
    with tempfile.TemporaryDirectory(prefix="plenaria-rush-") as folder:
        os.chmod(folder, 0o755)
        site = Site(engine, folder, options.places)
        try:
            log = f"{folder}/crowd.log"
            reader = Reader(site.programs[0].port)
            reader.start()
            seen = crowd(site, options.people, 1, log)
            reading = reader.p99()
            time.sleep(2)
            found = presses(log)
            wrong = verify(site, found)
            errors = sum(count for status, count in seen["statuses"].items() if status.split()[1].startswith("5"))
            tau = kendall([(int(asked), int(turn)) for asked, turn in site.ask("SELECT created_at, arrival FROM registration")])
            say(f"{engine}: {options.people} people in {seen['seconds']:.1f} s, {seen['acknowledged']} acknowledged, {wrong}, "
                f"{errors} × 5xx, hold p99 {seen['holdP99']:.0f} ms, turn p99 {seen.get('turnP99', 0):.0f} ms, until held {seen['untilHeldP99']:.0f} ms (longest {seen['untilHeldLongest']:.0f}), submit p99 {seen['submitP99']:.0f} ms, reading p99 {reading:.0f} ms, tau {tau:.3f}")
            for name, value in {**wrong, "serverErrors": errors}.items():
                figures.add(f"{engine}.crowd.{name}", value, "registrations", "0 asked")
            figures.add(f"{engine}.crowd.acknowledged", seen["acknowledged"], "registrations", f"{options.people} pressed, 5 % went away")
            figures.add(f"{engine}.crowd.perSecond", seen["perSecond"], "registrations/s")
            for step in ("hold", "turn", "submit"):
                if f"{step}P99" in seen:
                    figures.add(f"{engine}.crowd.{step}.p50", seen[f"{step}P50"], "ms", "all press at once")
                    figures.add(f"{engine}.crowd.{step}.p99", seen[f"{step}P99"], "ms", "500 asked")
            figures.add(f"{engine}.crowd.untilHeld.p99", seen["untilHeldP99"], "ms", "from the press to the form, the line included")
            figures.add(f"{engine}.crowd.programme.p99", reading, "ms", "100 asked")
            figures.add(f"{engine}.crowd.kendallTau", tau, "", "arrivals at the server and grants; 0.98 asked")
            return sum(wrong.values()) + errors
        finally:
            site.stop()


def steady(figures, engine, options):
    """Places for all, so many registrations under way at a time."""
    with tempfile.TemporaryDirectory(prefix="plenaria-rush-") as folder:
        os.chmod(folder, 0o755)
        site = Site(engine, folder, options.steady + 1000)
        try:
            log = f"{folder}/crowd.log"
            seen = crowd(site, options.steady, 2, log, "--at-once", 192, "--double", 0, "--retry", 0, "--abandon", 0)
            wrong = verify(site, presses(log))
            say(f"{engine}: {seen['acknowledged']} confirmed in {seen['seconds']:.1f} s, {seen['perSecond']:,.0f}/s, "
                f"hold p99 {seen['holdP99']:.0f} ms, submit p99 {seen['submitP99']:.0f} ms, {wrong}, {seen['statuses']}")
            figures.add(f"{engine}.steady.perSecond", seen["perSecond"], "confirmed/s", "1,000 asked; a hold and a form each, durable")
            figures.add(f"{engine}.steady.submit.p99", seen["submitP99"], "ms", "500 asked")
            return sum(wrong.values())
        finally:
            site.stop()


def kills(figures, engine, options):
    """Killed in the middle, again and again, on one database: what was acknowledged is there each time."""
    with tempfile.TemporaryDirectory(prefix="plenaria-rush-") as folder:
        os.chmod(folder, 0o755)
        site = Site(engine, folder, 40 * options.kills)
        faults, acknowledged, cut = 0, 0, 0
        try:
            every = []
            for number in range(options.kills):
                log = f"{folder}/crowd-{number}.log"
                Path(log).write_text("")

                def kill():
                    time.sleep(random.uniform(0.02, 0.25))
                    site.kill()

                crowd(site, 400, 100 + number, log, "--at-once", 48, allow_failure=True, meanwhile=kill)
                seen = presses(log)
                cut += sum(press[3] for press in seen) < 380
                every += seen
                acknowledged = sum(press[3] for press in every)
                site.start()
                # What the killed one told of those who waited counts for 0.7 s: the next rush is to be cut at its full speed.
                time.sleep(0.8)
                wrong = verify(site, every)
                wrong.pop("outOfOrder")
                # A hold that is not over yet keeps its place from who waits: nobody is wronged.
                wrong.pop("undersold")
                faults += sum(wrong.values())
                print(f"\rrush: {engine} kill {number + 1}/{options.kills}, {acknowledged} acknowledged, {faults} faults", end="",
                      file=sys.stderr, flush=True)
            print(file=sys.stderr)
            verdict = subprocess.run([os.environ["PLENARIA_BINARY"], "audit", "--data", site.data], capture_output=True, text=True,
                                     env={**os.environ, **site.settings}) if site.cluster else None
            if verdict is not None and verdict.returncode != 0:
                faults += 1
            figures.add(f"{engine}.kills.rounds", options.kills, "rounds")
            figures.add(f"{engine}.kills.cut", cut, "rounds", "the kill came before all were through")
            figures.add(f"{engine}.kills.acknowledged", acknowledged, "registrations")
            figures.add(f"{engine}.kills.faults", faults, "lost or doubled", "0 asked")
            return faults
        finally:
            site.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--engine", choices=["sqlite", "postgres", "postgres3", "all"], default="all")
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--places", type=int, default=150)
    parser.add_argument("--steady", type=int, default=12000, help="registrations of the steady stream; 0 leaves it out")
    parser.add_argument("--kills", type=int, default=0)
    options = parser.parse_args()
    if "PLENARIA_RUSHCLIENT" not in os.environ:
        subprocess.run(["swift", "build", "-c", "release", "--product", "rushclient"], cwd=ROOT, check=True, stdout=sys.stderr)
        os.environ["PLENARIA_RUSHCLIENT"] = str(ROOT / ".build/release/rushclient")
    figures, wrong = Figures(), 0
    for engine in ["sqlite", "postgres", "postgres3"] if options.engine == "all" else [options.engine]:
        if options.people:
            wrong += rush(figures, engine, options)
        if options.steady:
            wrong += steady(figures, engine, options)
        if options.kills:
            wrong += kills(figures, engine, options)
    figures.show(options.json)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
