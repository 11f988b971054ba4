"""The public index: sliders that compute in the browser as the server does, and pages that need no script."""
import io
import json
import random
import re
import shlex
import subprocess
import tempfile
import zipfile
from pathlib import Path
from urllib.parse import quote

import wire
from steps import expect, go, one, press, text

EDITION = "/index/sample-2026"
WEIGHTINGS = 20

CASES = Path(__file__).resolve().parent.parent / "MeasureTests/Fixtures/sliders/cases.json"

RULES = """
const [cases, address, done] = arguments;
import(address).then((rules) => {
  const wrong = [];
  for (const { what, data, weights, scores, ranks } of cases.flatMap((one) => one.runs.map((run) => ({ ...one, ...run })))) {
    const found = rules.prepare(data).scores(weights), places = rules.ranks(found, data.ranking);
    for (const { code } of data.units) {
      const score = found.get(code), wanted = scores[code];
      if (wanted === null ? !Number.isNaN(score) : !(Math.abs(score - wanted) <= 1e-9)) wrong.push(`${what}: ${code} ${score}, not ${wanted}`);
      if ((places.get(code) ?? null) !== ranks[code]) wrong.push(`${what}: rank of ${code} ${places.get(code)}, not ${ranks[code]}`);
    }
  }
  done(wrong);
}, (error) => done([String(error)]));
"""
SHOWN = """
return Object.fromEntries([...document.querySelectorAll('#sliders tr[data-unit]')].map(
  row => [row.dataset.unit, [row.querySelector('.ix-rank').textContent, row.querySelector('[data-value]').dataset.value]]));
"""
SET = """
const [weights] = arguments;
let last = null;
for (const [code, weight] of Object.entries(weights)) {
  last = document.getElementById('w-' + code);
  last.value = String(weight);
}
last.dispatchEvent(new Event('input', {bubbles: true}));
"""


def run(world):
    rules(world)
    sliders(world)
    without_script(world)
    downloads(world)
    reproduce(world)


def rules(world):
    """Every rule of the module gives what the engine gives."""
    go(world, EDITION + "/sliders?lang=en")
    base = one(world, "link[rel=stylesheet]").get_attribute("href").rsplit("/", 1)[0]
    cases = json.loads(CASES.read_text(encoding="utf-8"))
    wrong = world.browser.driver.execute_async_script(RULES, cases, f"{base}/index-rules.js")
    assert cases and not wrong, wrong[:10]


def served(world, address):
    """Unit → rank and score as the server writes them."""
    page = wire.get(address)
    assert page.status == 200, f"{address}: {page.status}"
    rows = re.findall(r'<tr data-unit="([^"]+)".*?ix-rank">([^<]*)<.*?data-value="([^"]*)"', page.body.decode("utf-8"), re.S)
    assert len(rows) == 60, f"{address}: {len(rows)} rows"
    return {unit: (rank, score) for unit, rank, score in rows}


def sliders(world):
    go(world, EDITION + "/sliders?lang=en")
    world.browser.driver.execute_async_script("""
      const done = arguments[0], wait = () => document.querySelector('#sliders[data-ready]') ? done() : setTimeout(wait, 50); wait();""")
    codes = world.browser.run("return [...document.querySelectorAll(\"#sliders input[type=number]\")].map(input => input.name.slice(2))")
    chance = random.Random(20)
    furthest = 0.0
    for _ in range(WEIGHTINGS):
        weights = {code: round(chance.uniform(0.05, 4), chance.choice([0, 1, 6])) or 0.5 for code in codes}
        world.browser.run(SET, weights)
        found = world.browser.run(SHOWN)
        address = world.browser.run("return location.href")
        asked = ",".join(f"{code}:{weight}" for code, weight in weights.items())
        for where in (address, f"{world.site}{EDITION}/sliders?lang=en&w={quote(asked, safe=':,')}"):
            answered = served(world, where)
            for unit, (rank, score) in answered.items():
                assert found[unit][0] == rank, f"{unit}: rank {found[unit][0]} in the browser, {rank} from the server"
                furthest = max(furthest, abs(float(found[unit][1]) - float(score)))
        assert furthest <= 1e-9, f"scores differ by {furthest}"
    order = world.browser.run("return [...document.querySelectorAll('#sliders tr[data-unit]')].map(row => row.dataset.unit)")
    ranks = world.browser.run(SHOWN)
    assert [float(ranks[unit][0]) for unit in order] == sorted(float(rank) for rank, _ in ranks.values()), "the list is sorted anew"


def without_script(world):
    world.browser.cdp("Emulation.setScriptExecutionDisabled", value=True)
    try:
        go(world, EDITION + "/sliders?lang=en")
        field = one(world, "#w-A")
        field.clear()
        field.send_keys("3")
        press(world, ".ix-weights button[type=submit]")
        address = world.browser.driver.current_url
        assert "w=A:3" in address and "w-A" not in address, address
        expect(text(world), "Computed by the engine", "the server answers the form")
        go(world, EDITION + "?region=East&lang=en")
        expect(text(world), "Countries: 12 of 60", "the ranking is narrowed down")
        go(world, EDITION + "/compare?u=X01&u=X02&lang=en")
        expect(text(world), "Alvaria", "countries are compared")
    finally:
        world.browser.cdp("Emulation.setScriptExecutionDisabled", value=False)


def downloads(world):
    page = wire.get(world.site + EDITION + "/downloads")
    files = sorted({link for link in page.links() if "/download/" in link})
    assert len(files) == 10, files
    for link in files:
        answer = wire.get(link)
        assert answer.status == 200 and answer.body, link
        assert answer.headers.get("content-disposition", "").startswith("attachment"), link
    everything = json.loads(wire.get(world.site + EDITION + "/download/all.json").body)
    assert len(everything["results"]) == 60 and everything["isSample"]


def reproduce(world):
    """The one command of the bundle gives the same numbers, to the bit."""
    answer = wire.get(world.site + EDITION + "/download/reproduce.zip")
    with tempfile.TemporaryDirectory() as folder:
        zipfile.ZipFile(io.BytesIO(answer.body)).extractall(folder)
        readme = (Path(folder) / "README.md").read_text(encoding="utf-8")
        command = shlex.split(next(line.strip() for line in readme.splitlines() if line.strip().startswith("plenaria ")))
        command = [world.server.binary, *command[1:], "--format", "csv", "--to", "scores.csv"]
        done = subprocess.run([str(Path(command[0]).resolve()), *command[1:]], cwd=folder, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        made = (Path(folder) / "scores.csv").read_bytes()
        assert made == (Path(folder) / "expected/scores.csv").read_bytes(), "other numbers than those that were published"
