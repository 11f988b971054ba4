"""Starts Plenaria with the demo world in a folder of its own, and ends it."""
import os
import re
import shutil
import socket
import subprocess
import tempfile
import threading
import time
from pathlib import Path

import canaries

SIGN_IN = re.compile(r"https?://\S+/sign-in/[^\s\"'<>]+")


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


class Server:
    """`serve --demo` on a free port. `settings` are environment variables, such as those of the mail catcher."""

    # Every one that was started: what they wrote is searched for personal data in the end.
    started = []

    def __init__(self, binary, settings=None, arguments=()):
        self.data = tempfile.mkdtemp(prefix="plenaria-browser.")
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.lines = []
        self.binary = binary
        self.process = subprocess.Popen(
            [binary, "serve", "--demo", "--port", str(self.port), "--data", self.data, *arguments],
            env={**os.environ, **self._settings(), **(settings or {})},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self.watch()

    def watch(self):
        """What it writes is kept."""
        if self not in Server.started:
            Server.started.append(self)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _settings(self):
        """One browser asks more in a minute than the limit for one address lets through. All that can be logged is logged."""
        return {
            "PLENARIA_BASE_URL": self.address, "PLENARIA_HOST": "127.0.0.1", "PLENARIA_RATE": "1000000",
            "PLENARIA_LOG_LEVEL": "trace"}

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.rstrip("\n"))

    def wait(self, seconds=90):
        """Until it answers; raises with the end of its output if it does not."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return self
            except OSError:
                time.sleep(0.1)
        self.stop()
        raise RuntimeError("the server did not start:\n" + "\n".join(self.lines[-30:]))

    def sign_in_link(self, seconds=20):
        """The administrator's one-time link, from the output."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for line in list(self.lines):
                if found := SIGN_IN.search(line):
                    # The printed host may be another name of this machine; the port is ours either way.
                    link = self.address + re.sub(r"^https?://[^/]+", "", found.group())
                    canaries.address(link)
                    return link
            time.sleep(0.1)
        raise RuntimeError("no sign-in link in the output:\n" + "\n".join(self.lines[-30:]))

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(15)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.learn()
        shutil.rmtree(self.data, ignore_errors=True)

    def learn(self):
        """Once it has ended: which personal data it had, and so must not have written down."""
        file = Path(self.data, "plenaria.sqlite")
        if file.exists():
            canaries.database(file)
