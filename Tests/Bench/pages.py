"""How fast public pages are: a cached page beside nginx on the same bytes, an uncached one, the start, the memory.

pages.py [--json] [--pairs 3] [--seconds 6]     the program is $PLENARIA_BINARY

The load (wrk, 1 thread, 32 connections) runs on the same machine. Plenaria and nginx are measured in turns, so that a
change of the machine's mood meets both; the ratio is the median over the pairs.
"""
import argparse
import json
import os
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

PAGE = "/e/bench/programme"
SIZE = ["--sessions", "120", "--rooms", "6", "--days", "3"]
ENCODINGS = ["identity", "gzip"]


def say(words):
    print(f"bench: {words}", file=sys.stderr, flush=True)


def free_port():
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        return sock.getsockname()[1]


def answers(port, path):
    """True if the first line of the answer says 200. A raw socket: nothing but the server is measured."""
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=5) as sock:
            sock.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
            return sock.recv(64).startswith(b"HTTP/1.1 200")
    except OSError:
        return False


def fetch(port, path, encoding):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Accept-Encoding": encoding})
    with urllib.request.urlopen(request, timeout=30) as response:
        got = response.headers.get("Content-Encoding", "identity")
        if got != encoding:
            raise SystemExit(f"bench: asked for {encoding}, got {got}")
        return response.read()


class Process:
    """A server that is ended by `with`."""

    def __init__(self, command, port, path, settings=None):
        self.port = port
        started = time.monotonic()
        self.log = tempfile.TemporaryFile()
        environment = {**os.environ, **(settings or {})}
        self.process = subprocess.Popen(
            command, env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=subprocess.STDOUT
        )
        while not answers(port, path):
            if self.process.poll() is not None or time.monotonic() - started > 60:
                self.stop()
                self.log.seek(0)
                raise SystemExit(f"bench: {command[0]} did not answer {path}:\n{self.log.read()[-2000:].decode()}")
            time.sleep(0.002)
        self.start_milliseconds = (time.monotonic() - started) * 1000

    def resident_megabytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status).group(1)) / 1024

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()


def plenaria(data, settings=None, path=PAGE):
    port = free_port()
    command = [os.environ["PLENARIA_BINARY"], "serve", "--port", str(port), "--data", data]
    # All the load comes from one address, which the limit for one address must let through.
    return Process(command, port, path, {"PLENARIA_RATE": "1000000000", **(settings or {})})


def nginx(folder, page, path=PAGE):
    """nginx on a copy of the page's bytes, plain and gzipped, with sendfile and gzip_static."""
    root = Path(folder) / "nginx"
    for encoding, suffix in (("identity", ""), ("gzip", ".gz")):
        place = root / "www" / (path[1:] + ".html" + suffix)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(page[encoding])
    port = free_port()
    places = " ".join(
        f"{name}_temp_path {root}/{name};" for name in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    configuration = root / "nginx.conf"
    configuration.write_text(f"""
        {"user root;" if os.geteuid() == 0 else ""}
        worker_processes auto; daemon off; pid {root}/pid; error_log {root}/error.log;
        events {{ worker_connections 1024; }}
        http {{
            {places}
            types {{ text/html html; }}
            access_log off; sendfile on; tcp_nopush on; gzip_static on; charset utf-8;
            open_file_cache max=100 inactive=60s; keepalive_requests 100000000;
            server {{
                listen 127.0.0.1:{port}; root {root}/www;
                location / {{ try_files $uri.html =404; }}
            }}
        }}
    """)
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    command = [program, "-p", str(root), "-c", str(configuration), "-e", f"{root}/error.log"]
    return Process(command, port, path)


UNITS = {"us": 0.001, "ms": 1, "s": 1000, "m": 60000}


def wrk(port, encoding, seconds, path=PAGE):
    """Requests a second, and the 99th percentile in milliseconds."""
    command = ["wrk", "-t1", "-c32", f"-d{seconds}s", "--latency", "-H", f"Accept-Encoding: {encoding}"]
    text = subprocess.run(
        [*command, f"http://127.0.0.1:{port}{path}"], check=True, stdout=subprocess.PIPE, text=True
    ).stdout
    if re.search(r"Non-2xx|Socket errors", text):
        raise SystemExit(f"bench: errors under load:\n{text}")
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1))
    number, unit = re.search(r"99%\s+([\d.]+)(us|ms|s|m)", text).groups()
    return rate, float(number) * UNITS[unit]


class Figures:
    def __init__(self):
        self.all = {}

    def add(self, name, value, unit, compared=None):
        self.all[name] = {"value": round(value, 3), "unit": unit, "comparedWith": compared}

    def show(self, as_json):
        if as_json:
            print(json.dumps(self.all, indent=2))
            return
        width = max(map(len, self.all))
        for name, figure in self.all.items():
            value = f"{figure['value']:,.3f}".rstrip("0").rstrip(".")
            print(f"{name:<{width}}  {value:>12} {figure['unit']:<10} {figure['comparedWith'] or ''}".rstrip())


def compare(figures, ours, theirs, encoding, options, path=PAGE, name="cachedPage"):
    """The cached page and nginx in turns."""
    for port in (ours.port, theirs.port):
        wrk(port, encoding, 2, path)
    pairs = []
    for number in range(options.pairs):
        pairs.append(tuple(wrk(one.port, encoding, options.seconds, path) for one in (ours, theirs)))
        (rate, p99), (their_rate, their_p99) = pairs[-1]
        say(f"{encoding} pair {number + 1}: {rate:,.0f}/s p99 {p99:.2f} ms; nginx {their_rate:,.0f}/s p99 {their_p99:.2f} ms")
    middle = lambda values: statistics.median(list(values))  # noqa: E731
    nginx_rate, nginx_p99 = middle(b[0] for _, b in pairs), middle(b[1] for _, b in pairs)
    name = f"{name}.{encoding}"
    figures.add(f"{name}.rate", middle(a[0] for a, _ in pairs), "requests/s", f"nginx, same bytes: {nginx_rate:,.0f}")
    figures.add(f"{name}.rateRatio", middle(a[0] / b[0] for a, b in pairs), "× nginx", "nginx, same bytes, same minute")
    figures.add(f"{name}.p99", middle(a[1] for a, _ in pairs), "ms", f"nginx, same bytes: {nginx_p99:.2f}")
    figures.add(f"{name}.p99Ratio", middle(a[1] / b[1] for a, b in pairs), "× nginx", "nginx, same bytes, same minute")


def measure(folder, options):
    figures = Figures()
    data = f"{folder}/data"
    say("making the event")
    subprocess.run(
        [os.environ["PLENARIA_BINARY"], "bench-event", "--data", data, *SIZE], check=True, stdout=sys.stderr
    )
    size = " ".join(SIZE).replace("--", "")
    with plenaria(data) as ours:
        figures.add("memory.start", ours.resident_megabytes(), "MB resident")
        page = {encoding: fetch(ours.port, PAGE, encoding) for encoding in ENCODINGS}
        for encoding in ENCODINGS:
            figures.add(f"page.{encoding}.size", len(page[encoding]), "bytes", f"the programme of {size}")
        with nginx(folder, page) as theirs:
            for encoding in ENCODINGS:
                if fetch(theirs.port, PAGE, encoding) != page[encoding]:
                    raise SystemExit("bench: nginx serves other bytes")
                compare(figures, ours, theirs, encoding, options)
        figures.add("memory.afterLoad", ours.resident_megabytes(), "MB resident")
    say("uncached")
    with plenaria(data, {"PLENARIA_PAGE_CACHE": "false"}) as ours:
        wrk(ours.port, "gzip", 2)
        rate, p99 = wrk(ours.port, "gzip", options.seconds)
        cached = figures.all["cachedPage.gzip.rate"]["value"]
        figures.add("uncachedPage.rate", rate, "requests/s", f"the same page cached: {cached:,.0f}")
        figures.add("uncachedPage.p99", p99, "ms")
    say("start")
    starts = []
    for _ in range(5):
        with plenaria(data, path="/") as ours:
            starts.append(ours.start_milliseconds)
    figures.add("start.firstAnswer", statistics.median(starts), "ms", "median of 5 from spawn to the first 200 of /")
    return figures


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pairs", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=6)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plenaria-bench.") as folder:
        # nginx drops its rights and must still reach its files.
        os.chmod(folder, 0o755)
        measure(folder, options).show(options.json)


if __name__ == "__main__":
    main()
