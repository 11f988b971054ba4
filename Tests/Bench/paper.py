"""How fast papers are printed: a certificate, 500 badges in one file, a list of 500 people.

paper.py [--json] [--badges 500]     the program is $PLENARIA_PAPERPRINTER, else a release build of paperprinter

One press prints, on one thread; names in ten scripts, a QR code on each badge. Ends with status 1 if the badges take longer
than 3 seconds.
"""
import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LIMIT = 3.0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object of figures")
    parser.add_argument("--badges", type=int, default=500)
    options = parser.parse_args()
    printer = os.environ.get("PLENARIA_PAPERPRINTER", "")
    if not printer:
        build = ["swift", "build", "-c", "release", "--product", "paperprinter"]
        subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
        printer = str(ROOT / ".build/release/paperprinter")
    lines = subprocess.run([printer, str(options.badges)], check=True, capture_output=True, text=True).stdout.splitlines()
    figures, slow = {}, False
    for name, seconds, pages, size, missing in (line.split() for line in lines):
        limit = LIMIT * options.badges / 500 if name == "badges" else None
        slow = slow or limit is not None and float(seconds) > limit
        figures[f"{name} time"] = {"value": round(float(seconds), 3), "unit": "s", "comparedWith": limit and f"at most {limit} s"}
        figures[f"{name} size"] = {"value": int(size), "unit": "bytes", "comparedWith": f"{pages} pages"}
        figures[f"{name} missing"] = {"value": int(missing), "unit": "texts without a glyph", "comparedWith": "0"}
    if options.json:
        print(json.dumps(figures))
    else:
        for name, figure in figures.items():
            print(f"{name}: {figure['value']} {figure['unit']}" + (f" ({figure['comparedWith']})" if figure["comparedWith"] else ""))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
