"""How fast composite indices are computed: builds, replications, sensitivity, linear programmes.

index.py [--json]     the program is $PLENARIA_INDEXBENCH, else a release build of indexbench

Invented data of the shapes that matter: 51 units × 49 indicators on four levels (ASEM), 200 units on an index of 4, 10 and 18
nodes (the alliance's). Best of several rounds. If NumPy and SALib are installed in the Python that runs this, they do the parts
that they have, in the same run. Ends with status 1 if a figure is above its limit.
"""
import argparse
import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Name, what it is, the limit in seconds, what COINr 1.1.14 took where it was measured.
FIGURES = {
    "build-asem": ("a whole index of 51 units, 49 indicators", 1e-3, "COINr 83 ms"),
    "build-alliance": ("a whole index of 200 units, 18 indicators", None, None),
    "vignette": ("600 rebuilds with 1,000 bootstraps", 30e-3, "COINr 61 s with 100 bootstraps"),
    "rebuilds-10000": ("10,000 rebuilds with ranks and quantiles", 300e-3, "COINr about 16 min"),
    "sobol-one-core": ("163,840 rebuilds (N = 8,192, 18 weights, 200 units), one core", 2.0, None),
    "sobol-two-cores": ("the same, two cores", None, None),
    "copeland": ("Copeland, 200 × 18", 2e-3, "COINr 1.6 s for 51 × 49"),
    "benefit-of-the-doubt": ("benefit of the doubt, 200 × 18", 50e-3, "SciPy/HiGHS 66 ms for 51 × 8"),
    "benefit-of-the-doubt-shares": ("the same with bounds on shares", None, None),
    "audit-asem": ("a build and its audit, 51 units, 49 indicators", None, None),
}


def ours():
    program = os.environ.get("PLENARIA_INDEXBENCH", "")
    if not program:
        build = ["swift", "build", "-c", "release", "--product", "indexbench"]
        subprocess.run(build, cwd=ROOT, check=True, stdout=sys.stderr)
        program = str(ROOT / ".build/release/indexbench")
    lines = subprocess.run([program], check=True, capture_output=True, text=True).stdout.splitlines()
    return {name: float(seconds) for name, seconds in (line.split() for line in lines)}


def best(work, rounds=3):
    least = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        least = min(least, time.perf_counter() - start)
    return least


def peers():
    """What NumPy and SALib take for the parts that they have."""
    if not all(importlib.util.find_spec(name) for name in ("numpy", "SALib")):
        return {}
    import numpy
    from SALib.analyze import sobol as analyse
    from SALib.sample import sobol as sample

    problem = {"num_vars": 18, "names": [f"w{place}" for place in range(18)], "bounds": [[0.75, 1.25]] * 18}
    values = numpy.random.default_rng(7).random((200, 18))

    def weights():
        points = sample.sample(problem, 8192, calc_second_order=False)
        scores = (points @ values.T) / points.sum(axis=1, keepdims=True)
        nominal = values.mean(axis=1).argsort().argsort()
        shift = numpy.empty(len(points))
        for start in range(0, len(points), 8192):
            part = scores[start:start + 8192]
            shift[start:start + 8192] = numpy.abs(part.argsort(axis=1).argsort(axis=1) - nominal).mean(axis=1)
        analyse.analyze(problem, shift, calc_second_order=False, num_resamples=100)

    return {"sobol-one-core": ("NumPy and SALib, one level", best(weights, 1))}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="one JSON object of figures")
    options = parser.parse_args()
    measured, others = ours(), peers()
    figures, slow = {}, []
    for name, (text, limit, coinr) in FIGURES.items():
        seconds = measured[name]
        compared = [f"at most {limit * 1000:g} ms"] if limit else []
        compared += [f"{coinr}, measured elsewhere"] if coinr else []
        if name in others:
            compared.append(f"{others[name][0]} {others[name][1] * 1000:.0f} ms in this run")
        figures[text] = {"value": round(seconds * 1000, 3), "unit": "ms", "comparedWith": "; ".join(compared) or None}
        if limit and seconds > limit:
            slow.append(text)
    if options.json:
        print(json.dumps(figures))
    else:
        for text, figure in figures.items():
            print(f"{text}: {figure['value']} ms" + (f" ({figure['comparedWith']})" if figure["comparedWith"] else ""))
        for text in slow:
            print(f"above its limit: {text}")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
