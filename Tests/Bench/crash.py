"""Kills the writer with SIGKILL again and again and asks whether everything that was acknowledged is there.

crash.py [--json] [--rounds 50] [--engine sqlite|postgres|both]

A round: crashwriter writes with eight tasks and acknowledges each transaction on standard output; after a random time it is
killed. On PostgreSQL every second round kills the whole server instead. Then a fresh process verifies: every acknowledged
pair of rows is there, no half of one, as many audit rows, an unbroken chain, and SQLite's own integrity check.
"""
import argparse
import json
import os
import pwd
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
POSTGRES = Path("/usr/lib/postgresql/15/bin")


class Cluster:
    """A private PostgreSQL with fsync on, reached by a socket in its own folder."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.user = pwd.getpwnam("postgres") if os.geteuid() == 0 else None
        if self.user:
            os.chown(folder, self.user.pw_uid, self.user.pw_gid)
        self.run("initdb", "-D", self.folder / "data", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust")
        self.start()

    def run(self, tool, *arguments):
        command = [str(POSTGRES / tool), *map(str, arguments)]
        if self.user:
            command = ["runuser", "-u", "postgres", "--", *command]
        return subprocess.run(command, cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)

    def start(self):
        for attempt in range(20):
            try:
                self.run("pg_ctl", "-D", self.folder / "data", "-w", "-l", self.folder / "log",
                         "-o", f"-k {self.folder} -c listen_addresses=''", "start")
                return
            except subprocess.CalledProcessError:
                # What is left of the killed server still holds its shared memory for a moment.
                if attempt == 19:
                    sys.exit((self.folder / "log").read_text()[-2000:])
                time.sleep(0.3)

    def kill(self):
        pid = int((self.folder / "data/postmaster.pid").read_text().split()[0])
        children = subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True).stdout.split()
        for process in [pid, *map(int, children)]:
            try:
                os.kill(process, signal.SIGKILL)
            except ProcessLookupError:
                pass
        time.sleep(0.2)

    def stop(self):
        try:
            self.run("pg_ctl", "-D", self.folder / "data", "-m", "immediate", "stop")
        except subprocess.CalledProcessError:
            pass

    @property
    def url(self):
        return f"postgresql:///postgres?host={self.folder}&user=postgres"


def rounds(engine, count, folder, writer):
    cluster = Cluster(folder) if engine == "postgres" else None
    place = [engine, folder] if cluster is None else [engine, cluster.url, "crash"]
    acknowledged, rate, faults = [], [], []
    os.environ["SWIFT_BACKTRACE"] = "enable=no"
    try:
        for number in range(count):
            process = subprocess.Popen([writer, "write", *place], stdout=subprocess.PIPE)
            first = process.stdout.readline()
            began = time.monotonic()
            time.sleep(random.uniform(0.05, 0.5))
            server = cluster is not None and number % 2 == 1
            if server:
                cluster.kill()
            process.send_signal(signal.SIGKILL)
            lines = (first + process.stdout.read()).decode().split("\n")[:-1]
            process.wait()
            rate.append(len(lines) / max(0.05, time.monotonic() - began))
            acknowledged += lines
            if server:
                cluster.start()
            verdict = subprocess.run([writer, "verify", *place], input="\n".join(acknowledged) + "\n", capture_output=True, text=True)
            if verdict.returncode != 0:
                faults.append(f"round {number + 1}: {verdict.stdout.strip()} {verdict.stderr.strip()[:200]}")
            print(f"\rcrash: {engine} round {number + 1}/{count}, {len(acknowledged)} acknowledged, {len(faults)} faults",
                  end="", file=sys.stderr, flush=True)
    finally:
        print(file=sys.stderr)
        if cluster:
            cluster.stop()
    lost = max([int(number) for fault in faults for number in re.findall(r"lost (\d+)", fault)], default=0)
    return {"rounds": count, "acknowledged": len(acknowledged), "lost": lost, "faults": faults, "writesPerSecond": round(sorted(rate)[len(rate) // 2])}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--json", action="store_true")
    options.add_argument("--rounds", type=int, default=50)
    options.add_argument("--engine", choices=["sqlite", "postgres", "both"], default="both")
    options.add_argument("--writer", default=os.environ.get("PLENARIA_CRASHWRITER", ""))
    chosen = options.parse_args()
    writer = chosen.writer
    if not writer:
        subprocess.run(["swift", "build", "--product", "crashwriter"], cwd=ROOT, check=True, stdout=sys.stderr)
        writer = str(ROOT / ".build/debug/crashwriter")
    figures = {}
    for engine in ["sqlite", "postgres"] if chosen.engine == "both" else [chosen.engine]:
        folder = tempfile.mkdtemp(prefix="plenaria-crash-")
        try:
            figures[engine] = rounds(engine, chosen.rounds, folder, writer)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    if chosen.json:
        print(json.dumps({
            f"{engine} {name}": {"value": len(value) if name == "faults" else value, "unit": "writes/s" if name == "writesPerSecond" else name,
                                 "comparedWith": f"0 {name}" if name in ("faults", "lost") else None}
            for engine, found in figures.items() for name, value in found.items()}))
    else:
        for engine, found in figures.items():
            print(f"{engine}: {found['rounds']} rounds, {found['acknowledged']} acknowledged writes ({found['writesPerSecond']}/s), "
                  f"{found['lost']} lost, {len(found['faults'])} faults")
            for fault in found["faults"]:
                print("  " + fault)
    sys.exit(1 if any(found["faults"] for found in figures.values()) else 0)


if __name__ == "__main__":
    main()
