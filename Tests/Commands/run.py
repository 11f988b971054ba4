#!/usr/bin/env python3
"""The command line as its users meet it: the real program, real files, real exit statuses.

    Tests/Commands/run.py --binary .build/debug/plenaria

The last line is `commands: N passed, N failed`; the status is 0 only if all passed.
"""
import argparse
import fcntl
import json
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

CSV = """title,date,start,end,room,speakers,id
Opening,2026-05-02,09:00,09:30,Aula,Ana Ruiz,7
Night of music,2026-05-02,23:30,25:00,Hof,"Wu Yan; Omar",8
"""
INDEX = """uCode,uName,region,Time,a,b,c
X,Xanadu,north,2025,1,20,0.3
Y,Ys,north,2025,2,,0.1
Z,Zembla,south,2025,4,40,0.2
"""
FRAMEWORK = """Level,iCode,iName,Parent,Direction,Weight,Type
1,a,Access,P,1,1,Indicator
1,b,Teachers,P,1,3,Indicator
1,c,Drop-out,I,-1,1,Indicator
2,P,Provision,I,1,1,Aggregate
3,I,Index,,1,1,Aggregate
,region,Region,,,,Group
"""
METHOD = """{"steps": [{"impute": {"rule": {"groupMean": "region"}}}, {"normalise": {"rule": {"minMax": {"low": 1, "high": 100}}}},
 {"aggregate": {"levels": [{"rule": "arithmetic"}, {"rule": "geometric"}]}}]}
"""
BROKEN = '<?xml version="1.0"?>\n<schedule>\n<!DOCTYPE x>\n</schedule>\n'


class Commands:
    def __init__(self, binary, folder):
        self.binary = binary
        self.folder = folder
        self.passed, self.failed = 0, 0

    def write(self, name, text):
        path = os.path.join(self.folder, name)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return path

    def run(self, *words, stdin=None):
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PLENARIA_")}
        return subprocess.run([self.binary, *words], cwd=self.folder, env=environment, input=stdin, capture_output=True, text=True,
                              timeout=120, check=False)

    def check(self, name, holds, run):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        print(f"commands: FAILED: {name}: status {run.returncode}\n{run.stdout[:500]}\n{run.stderr[:500]}")

    def status(self, name, wanted, *words):
        run = self.run(*words)
        self.check(name, run.returncode == wanted, run)
        return run


def use(commands):
    """0 done, 1 refused with reasons, 2 wrong use."""
    commands.status("help", 0, "--help")
    for name in ("serve", "migrate", "doctor", "audit", "import agenda", "import schedule", "export schedule",
                 "index build", "index audit", "index sensitivity", "index export"):
        commands.status(f"{name} --help", 0, *name.split(), "--help")
    file = commands.write("a.csv", CSV)
    for words in (["nothing"], ["import", "schedule"], ["import", "schedule", file, "--zone", "Berlin", "--dry-run"],
                  ["export", "schedule", "--format", "xml"], ["export", "schedule", "--from", file, "--format", "pdf"],
                  ["export", "schedule", "--from", file, "--format", "xml", "--json"],
                  ["export", "schedule", "--event", "x", "--format", "site"]):
        run = commands.run(*words)
        commands.check(f"wrong use: {' '.join(words)}", run.returncode == 2 and run.stderr and not run.stdout, run)


def reading(commands):
    """A file can be looked at without a server and without a database, and nothing is left behind."""
    file = commands.write("a.csv", CSV)
    before = sorted(os.listdir(commands.folder))
    for words in (["--dry-run"], ["--dry-run", "--event", "not-there"]):
        run = commands.run("import", "schedule", file, "--json", "--zone", "Europe/Berlin", *words)
        report = json.loads(run.stdout) if run.stdout else {}
        commands.check(f"import {' '.join(words)}", run.returncode == 0 and len(report.get("created", [])) == 2
                       and report["saved"] is False, run)
    run = commands.run("import", "schedule", "-", "--dry-run", stdin=CSV)
    commands.check("standard input", run.returncode == 0 and "2" in run.stdout, run)
    broken = commands.write("b.xml", BROKEN)
    run = commands.run("import", "schedule", broken, "--dry-run", "--json")
    report = json.loads(run.stdout) if run.stdout else {}
    commands.check("a refusal has its line", run.returncode == 1 and report.get("line") == 3 and report.get("refused"), run)
    run = commands.status("no such file", 1, "import", "schedule", "nothing.xml", "--dry-run")
    os.remove(broken)
    commands.check("nothing is left behind", sorted(os.listdir(commands.folder)) == before, run)


def converting(commands):
    file = commands.write("a.csv", CSV)
    run = commands.run("export", "schedule", "--from", file, "--format", "xml", "--zone", "Europe/Berlin")
    events = ElementTree.fromstring(run.stdout).findall(".//event") if run.returncode == 0 else []
    dates = [event.findtext("date") for event in events]
    commands.check("to schedule.xml", dates == ["2026-05-02T09:00:00+02:00", "2026-05-02T23:30:00+02:00"], run)
    target = os.path.join(commands.folder, "a.json")
    run = commands.run("export", "schedule", "--from", file, "--format", "json", "--to", target, "--json")
    report = json.loads(run.stdout) if run.stdout else {}
    commands.check("--to --json", report.get("bytes") == os.path.getsize(target) and report.get("format") == "json", run)
    run = commands.run("export", "schedule", "--from", target, "--format", "ics")
    commands.check("and on to iCalendar", run.stdout.count("BEGIN:VEVENT") == 2, run)
    run = commands.run("export", "schedule", "--from", commands.write("b.xml", BROKEN), "--format", "ics")
    commands.check("a file that is refused", run.returncode == 1 and "3" in run.stderr and not run.stdout, run)


def with_database(commands):
    """An event of a database: imported twice, exported, copied."""
    data = os.path.join(commands.folder, "world")
    commands.status("bench-event", 0, "bench-event", "--data", data, "--sessions", "6", "--rooms", "2", "--days", "1")
    run = commands.run("export", "schedule", "--event", "bench", "--format", "xml", "--data", data)
    events = ElementTree.fromstring(run.stdout).findall(".//event") if run.returncode == 0 else []
    commands.check("export of an event", len(events) == 6, run)
    commands.status("no such event", 1, "export", "schedule", "--event", "x", "--format", "xml", "--data", data)
    own = commands.write("own.xml", run.stdout)
    run = commands.run("import", "schedule", own, "--event", "bench", "--data", data, "--json")
    report = json.loads(run.stdout) if run.stdout else {}
    commands.check("our own export changes nothing", report.get("created") == [] and report.get("changed") == [], run)
    file = commands.write("a.csv", CSV)
    first = commands.run("import", "schedule", file, "--event", "bench", "--data", data, "--extend-days", "--json")
    second = commands.run("import", "schedule", file, "--event", "bench", "--data", data, "--extend-days", "--json")
    reports = [json.loads(one.stdout) if one.stdout else {} for one in (first, second)]
    commands.check("imported once", reports[0].get("saved") is True and len(reports[0]["created"]) == 2, first)
    commands.check("and not twice", reports[1].get("saved") is False and reports[1]["created"] == [], second)
    site = os.path.join(commands.folder, "site")
    run = commands.run("export", "schedule", "--event", "bench", "--format", "site", "--to", site, "--lang", "en", "--data", data)
    commands.check("a copy of the site", run.returncode == 0 and os.path.exists(f"{site}/index.html"), run)
    run = commands.run("export", "schedule", "--event", "bench", "--format", "site", "--to", site, "--data", data)
    commands.check("never over what is there", run.returncode == 1, run)
    commands.status("the audit trail", 0, "audit", "--data", data)


REPORT = """From: MAILER-DAEMON@mx.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; ana@people.example
Action: failed
Status: 5.1.1

--b
Content-Type: text/rfc822-headers

Message-ID: <0197f3a2-5b6c-7d8e-8f90-123456789abc@plenaria.example>

--b--
"""


def bounces(commands):
    """Reports of letters that came back: without a database, into one, and for a server that has it."""
    commands.status("bounce --help", 0, "bounce", "--help")
    file = commands.write("report.eml", REPORT)
    plain = commands.write("plain.eml", "From: ana@people.example\nSubject: Hi\n\nHow are you?\n")
    before = sorted(os.listdir(commands.folder))
    run = commands.run("bounce", file, "--dry-run", "--json")
    report = json.loads(run.stdout) if run.stdout else {}
    found = (report.get("files") or [{}])[0]
    commands.check("bounce --dry-run", run.returncode == 0 and report.get("read") == 1 and "saved" not in report
                   and found.get("letter") == "0197f3a2-5b6c-7d8e-8f90-123456789abc"
                   and [one["status"] for one in found["bounces"]] == ["5.1.1"], run)
    run = commands.run("bounce", "-", "--dry-run", stdin=REPORT.replace("\n", "\r\n"))
    commands.check("bounce from standard input", run.returncode == 0 and "5.1.1 ana@people.example" in run.stdout, run)
    run = commands.run("bounce", file, plain, "missing.eml", "--dry-run", "--json")
    report = json.loads(run.stdout) if run.stdout else {}
    commands.check("what is no report is refused", run.returncode == 1 and report.get("refused") == 2, run)
    commands.check("a dry run leaves nothing", sorted(os.listdir(commands.folder)) == before, run)
    for words in (["bounce"], ["bounce", "-", "-", "--dry-run"]):
        run = commands.run(*words)
        commands.check(f"wrong use: {' '.join(words)}", run.returncode == 2 and run.stderr and not run.stdout, run)
    for wanted in (1, 0):
        run = commands.run("bounce", file, "--json", "--data", "bounced")
        commands.check(f"bounce saves {wanted}", run.returncode == 0 and json.loads(run.stdout).get("saved") == wanted, run)
    with open(os.path.join(commands.folder, "bounced", "plenaria.sqlite.lock"), "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = commands.run("bounce", file, "--data", "bounced")
        waiting = os.listdir(os.path.join(commands.folder, "bounced", "bounces"))
        commands.check("reports wait for the server", run.returncode == 0 and len(waiting) == 1, run)


def indices(commands):
    """An index from files: the numbers, the same numbers again, and refusals that name the cell."""
    source = ["--data", commands.write("data.csv", INDEX), "--framework", commands.write("framework.csv", FRAMEWORK),
              "--method", commands.write("method.json", METHOD)]
    run = commands.run("index", "build", *source)
    first = [line.split()[2] for line in run.stdout.splitlines()[1:]]
    commands.check("index build", run.returncode == 0 and first == ["Z", "Y", "X"], run)
    scores = os.path.join(commands.folder, "scores.csv")
    commands.status("index build to a file", 0, "index", "build", *source, "--format", "csv", "--to", scores)
    run = commands.run("index", "build", *source, "--check", scores)
    commands.check("the same numbers again, to the bit", run.returncode == 0 and "18 to the bit" in run.stdout, run)
    run = commands.run("index", "build", *source[:4], "--check", scores)
    commands.check("another method gives others", run.returncode == 1 and "numbers differ" in run.stderr, run)
    run = commands.run("index", "audit", *source)
    commands.check("index audit", run.returncode == 0 and "Coverage: 88.9 %" in run.stdout, run)
    words = ["index", "sensitivity", *source, "--samples", "64", "--bootstraps", "50"]
    run, again = commands.run(*words), commands.run(*words)
    commands.check("index sensitivity, the same each time", run.returncode == 0 and run.stdout == again.stdout and "ST" in run.stdout, run)
    book, folder = os.path.join(commands.folder, "all.xlsx"), os.path.join(commands.folder, "all")
    commands.status("index export to a workbook", 0, "index", "export", *source, "--to", book)
    commands.status("index export to a folder", 0, "index", "export", *source, "--to", folder)
    run = commands.run("index", "build", "--data", os.path.join(folder, "raw.csv"), *source[2:4], "--method",
                       os.path.join(folder, "method.json"), "--check", scores)
    commands.check("an exported folder gives the same numbers", run.returncode == 0 and "18 to the bit" in run.stdout, run)
    run = commands.run("index", "build", "--data", commands.write("bad.csv", INDEX.replace("40", "forty")), *source[2:])
    commands.check("a cell that is no number is named", run.returncode == 1 and "bad.csv F4" in run.stderr, run)
    run = commands.run("index", "build", *source[:4], "--method", commands.write("bad.json", METHOD.replace("geometric", "gemoetric")))
    commands.check("a method that is none says where", run.returncode == 1 and "steps[2].aggregate.levels[1].rule" in run.stderr, run)
    for words in (["index", "build"], ["index", "build", *source, "--format", "pdf"], ["index", "sensitivity", *source, "--samples", "100"]):
        run = commands.run(*words)
        commands.check(f"wrong use: {' '.join(words[:2])}", run.returncode == 2 and run.stderr and not run.stdout, run)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plenaria-commands.") as folder:
        commands = Commands(os.path.abspath(options.binary), folder)
        for part in (use, reading, converting, bounces, indices, with_database):
            part(commands)
    print(f"commands: {commands.passed} passed, {commands.failed} failed")
    sys.exit(1 if commands.failed or not commands.passed else 0)


if __name__ == "__main__":
    main()
