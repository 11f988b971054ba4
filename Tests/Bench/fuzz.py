"""Every parser of what others send under libFuzzer, for longer than .ci/run has time for, and with other inputs each time.

fuzz.py [--json] [--seconds 600] [--jobs 2] [--seed N] [NAME ...]

What it does is bin/fuzz's; here are the figures: how many inputs each parser met, how much of it they reached, what broke it.
Ends with status 1 if anything did, or if nothing was driven. docs/fuzzing.md says what to do with an input that breaks something.
"""
import argparse
import re
import subprocess
import sys

from crash import ROOT
from pages import Figures, say

DONE = re.compile(r"^fuzz: \[ *\d+ s\] ([a-z]+): (\d+) runs, cov (\d+), 0 crashes; (\d+) inputs blown up$")
BROKEN = re.compile(r"^fuzz: \[ *\d+ s\] ([a-z]+): FAILED .* after (?:(\d+) runs|beginning)")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--seconds", type=int, default=600, help="for each parser")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--seed", type=int, default=0, help="the same inputs each time; 0: others each time")
    parser.add_argument("names", nargs="*", metavar="NAME", help="these parsers alone; bin/fuzz --list has the names")
    options = parser.parse_args()
    command = [str(ROOT / "bin/fuzz"), "--seconds", str(options.seconds), "--jobs", str(options.jobs), "--seed", str(options.seed)]
    figures, broken = Figures(), []
    with subprocess.Popen([*command, *options.names], cwd=ROOT, stdout=subprocess.PIPE, text=True) as fuzz:
        for line in fuzz.stdout:
            print(line, end="", file=sys.stderr, flush=True)
            if found := DONE.match(line):
                name, runs, reached, swollen = found.groups()
                figures.add(f"{name}.inputs", int(runs), "inputs", f"{options.seconds} s")
                figures.add(f"{name}.reached", int(reached), "edges")
                figures.add(f"{name}.blownUp", int(swollen), "inputs", "hundreds of kilobytes each")
                figures.add(f"{name}.broken", 0, "crashes", "0 asked")
            elif found := BROKEN.match(line):
                broken.append(found[1])
                figures.add(f"{found[1]}.inputs", int(found[2] or 0), "inputs", "until one broke it")
                figures.add(f"{found[1]}.broken", 1, "crashes", "0 asked")
    if figures.all:
        figures.show(options.json)
    if broken:
        say(f"broken: {', '.join(broken)}; the inputs are kept in .build/fuzz/crashes")
    sys.exit(0 if figures.all and fuzz.returncode == 0 else 1)


if __name__ == "__main__":
    main()
