"""How fast a programme is handed out in the forms that other programs read: cached beside nginx on the same bytes, and made
anew for each request.

formats.py [--json] [--pairs 3] [--seconds 6]     the program is $PLENARIA_BINARY

120 sessions in 6 rooms on 3 days. The load is that of `pages`. Ends with status 1 if a cached form is slower than 60 % of
nginx or one that is made anew slower than 300 a second.
"""
import argparse
import os
import subprocess
import sys
import tempfile

from pages import SIZE, Figures, compare, fetch, nginx, plenaria, say, wrk

FORMS = ["schedule.json", "schedule.xml", "programme.ics", "programme.csv", "programme.jsonld"]
RATIO = 0.6
COLD = 300


def measure(folder, options):
    figures = Figures()
    data = f"{folder}/data"
    say("making the event")
    subprocess.run(
        [os.environ["PLENARIA_BINARY"], "bench-event", "--data", data, *SIZE], check=True, stdout=sys.stderr
    )
    slow = []
    for form in FORMS:
        path = "/e/bench/" + form
        place = f"{folder}/{form}"
        with plenaria(data, path=path) as ours:
            page = {encoding: fetch(ours.port, path, encoding) for encoding in ("identity", "gzip")}
            figures.add(f"{form}.size", len(page["identity"]), "bytes", f"gzipped: {len(page['gzip']):,}")
            with nginx(place, page, path) as theirs:
                compare(figures, ours, theirs, "gzip", options, path, form)
        ratio = figures.all[f"{form}.gzip.rateRatio"]["value"]
        if ratio < RATIO:
            slow.append(f"{form} cached: {ratio:.2f} × nginx")
        with plenaria(data, {"PLENARIA_PAGE_CACHE": "false"}, path) as ours:
            for encoding in ("identity", "gzip"):
                wrk(ours.port, encoding, 2, path)
                rate, p99 = wrk(ours.port, encoding, options.seconds, path)
                say(f"{form} made anew, {encoding}: {rate:,.0f}/s p99 {p99:.1f} ms")
                figures.add(f"{form}.madeAnew.{encoding}.rate", rate, "requests/s", f"asked for: {COLD}")
                figures.add(f"{form}.madeAnew.{encoding}.p99", p99, "ms")
                if rate < COLD:
                    slow.append(f"{form} made anew ({encoding}): {rate:,.0f}/s")
    return figures, slow


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object of figures")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plenaria-bench-") as folder:
        os.chmod(folder, 0o755)
        figures, slow = measure(folder, options)
    figures.show(options.json)
    for words in slow:
        say("too slow: " + words)
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
