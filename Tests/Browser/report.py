"""Counts checks and says what each found."""
import sys
import time


class Report:
    def __init__(self):
        self.passed = 0
        self.failed = 0
        self.start = time.monotonic()

    def say(self, words):
        print(f"browser: [{time.monotonic() - self.start:5.1f} s] {words}", flush=True)

    def check(self, name, problems, most=12):
        """One check: it holds if there are no problems. What is wrong is listed, at most `most` lines of it."""
        problems = list(problems)
        if not problems:
            self.passed += 1
            return True
        self.failed += 1
        self.say(f"FAILED: {name}")
        for problem in problems[:most]:
            print(f"    {problem}", flush=True)
        if len(problems) > most:
            print(f"    … and {len(problems) - most} more", flush=True)
        return False

    def close(self):
        """The line that bin/test reads, and the exit status."""
        print(f"browser: {self.passed} passed, {self.failed} failed", flush=True)
        sys.exit(0 if self.passed and not self.failed else 1)
