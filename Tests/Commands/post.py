#!/usr/bin/env python3
"""Letters under kill -9: the real program, a real mail server, and a kill at the worst moment.

    Tests/Commands/post.py --binary .build/debug/plenaria [--people 120] [--kills 8] [--database postgresql://…]

A mailing is sent. The program is killed again and again just when the mail server has taken a letter and not said so yet, and
sometimes while a letter is only under way. At the end everybody has been reached; a kill has cost one second copy at most, which
carries the same Message-ID and says that it may be one, and the database has counted it. The last line is
`post: N passed, N failed`; the status is 0 only if all passed.
"""
import argparse
import collections
import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "Browser"))
from catcher import Catcher  # noqa: E402
from server import free_port  # noqa: E402

MAILING = "01a20000-0000-7000-8000-000000000001"
WORDING = '{"subject":{"texts":{"en":"News"},"authentic":"en"},"text":{"texts":{"en":"Hello {name} {page}"},"authentic":"en"}}'
AUDIENCE = '{"filter":{"states":["confirmed"],"text":""}}'


class Rows:
    """The database beside the program: nothing runs while it is written to."""

    def __init__(self, data, url):
        self.data, self.url = data, url

    def ask(self, sql):
        if self.url:
            done = subprocess.run(["psql", self.url, "-qtAX", "-F", "|", "-c", f"SET search_path TO plenaria_post; {sql}"],
                                  capture_output=True, text=True, check=True)
            return [tuple(line.split("|")) for line in done.stdout.splitlines() if line]
        with contextlib.closing(sqlite3.connect(f"{self.data}/plenaria.sqlite", timeout=10)) as database, database:
            return [tuple(map(str, row)) for row in database.execute(sql).fetchall()]


class Killing(Catcher):
    """Takes letters; `deadly` are the numbers of those after which the program dies, before it hears that they were taken."""

    def __init__(self, deadly, half):
        super().__init__()
        self.deadly, self.half, self.process = set(deadly), set(half), None
        self.lock = threading.Lock()

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    async def handle_RCPT(self, _server, _session, envelope, address, _options):
        envelope.rcpt_tos.append(address)
        with self.lock:
            if len(self.letters) in self.half:
                self.half.discard(len(self.letters))
                self.kill()
        return "250 OK"

    def handle_message(self, message):
        with self.lock:
            super().handle_message(message)
            if len(self.letters) in self.deadly:
                self.deadly.discard(len(self.letters))
                self.kill()


def prepared(binary, folder, people, url):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PLENARIA_")}
    if url:
        subprocess.run(["psql", url, "-qX", "-c", "DROP SCHEMA IF EXISTS plenaria_post CASCADE"], check=True, stderr=subprocess.DEVNULL)
        environment |= {"PLENARIA_DATABASE_URL": url, "PLENARIA_DATABASE_SCHEMA": "plenaria_post"}
    environment["PLENARIA_DATA"] = folder
    subprocess.run([binary, "bench-registrations", "--data", folder, "--count", str(people)], env=environment, check=True,
                   stdout=subprocess.DEVNULL)
    rows = Rows(folder, url)
    event = rows.ask("SELECT event_id FROM registration LIMIT 1")[0][0]
    now = int(time.time() * 1000)
    # As the verb freezes it.
    rows.ask("INSERT INTO mailing (id, event_id, kind, state, wording, audience, created_at, frozen_at) VALUES "
             f"('{MAILING}', '{event}', 'bulk', 'sending', '{WORDING}', '{AUDIENCE}', {now}, {now})")
    rows.ask("INSERT INTO mailing_recipient (mailing_id, address, registration_id, state) SELECT "
             f"'{MAILING}', lower(email), min(id), 'waiting' FROM registration WHERE state = 'confirmed' GROUP BY lower(email)")
    return rows, environment


def run(binary, people, kills, url):
    """What came, how many were to be reached, how often it was killed, and what the database says."""
    with tempfile.TemporaryDirectory(prefix="plenaria-post.") as folder:
        rows, environment = prepared(binary, folder, people, url)
        total = int(rows.ask("SELECT COUNT(*) FROM mailing_recipient")[0][0])
        step = max(2, total // (kills + 1))
        worst = [step * number for number in range(1, kills - 1)]
        with Killing(worst, [step * (kills - 1), step * kills]) as mail:
            port, killed, deadline = free_port(), 0, time.monotonic() + 600
            environment |= mail.settings | {"PLENARIA_PORT": str(port), "PLENARIA_BASE_URL": f"http://127.0.0.1:{port}"}
            while time.monotonic() < deadline:
                mail.process = subprocess.Popen([binary, "serve", "--data", folder], env=environment, stdout=subprocess.DEVNULL,
                                                stderr=subprocess.DEVNULL)
                while mail.process.poll() is None and time.monotonic() < deadline:
                    time.sleep(0.2)
                    if not mail.deadly and not mail.half and rows.ask("SELECT state FROM mailing")[0][0] == "done":
                        mail.process.terminate()
                        mail.process.wait()
                        letters = rows.ask("SELECT id, state, doubts FROM letter WHERE purpose = 'mailing'")
                        return mail.letters, total, killed, letters
                killed += 1
            mail.process.kill()
            raise AssertionError(f"not done in time: {len(mail.letters)} letters, {killed} kills")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--people", type=int, default=120)
    parser.add_argument("--kills", type=int, default=8)
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    letters, total, killed, rows = run(os.path.abspath(options.binary), options.people, options.kills, options.database)
    copies = collections.Counter(letter["Message-ID"] for letter in letters)
    reached = {letter["X-Envelope-To"] for letter in letters}
    seen, unmarked, marked = set(), [], 0
    for letter in letters:
        is_marked = letter["X-Plenaria-Possible-Duplicate"] == "yes"
        marked += is_marked
        if letter["Message-ID"] in seen and not is_marked:
            unmarked.append(letter["X-Envelope-To"])
        seen.add(letter["Message-ID"])
    doubted = [identifier for identifier, _, doubts in rows if int(doubts) > 0]
    second = [key for key, count in copies.items() if count > 1]
    print(f"post: {total} people, {killed} kills, {len(letters)} deliveries, {len(second)} letters twice, {marked} marked, "
          f"{len(doubted)} counted")
    checks = {
        "it was killed as often as it was to be": killed == options.kills,
        "everybody was reached": len(reached) == total and all(state == "sent" for _, state, _ in rows) and len(rows) == total,
        "nobody got two different letters": len(copies) == total,
        "a kill costs one second copy at most": len(second) <= killed and max(copies.values()) <= 2,
        "the kills at the worst moment cost exactly that": len(second) == options.kills - 2,
        "every second copy is marked": not unmarked,
        "and counted": all(any(identifier in key for identifier in doubted) for key in second) and len(doubted) <= killed,
    }
    for name, holds in checks.items():
        if not holds:
            print(f"post: FAILED: {name}")
    failed = sum(not holds for holds in checks.values())
    print(f"post: {len(checks) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
