#!/usr/bin/env python3
"""Holds the interface for programs to its description, against a running server with the demo world.

    Tests/API/run.py --binary .build/debug/plenaria

The last line is `api: N passed, N failed`; the status is 0 only if all passed.
"""
import argparse
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(0, os.path.join(ROOT, "Tests", "Browser"))
sys.path.insert(0, HERE)

import yaml  # noqa: E402
from openapi_spec_validator import validate  # noqa: E402

from program import Program  # noqa: E402
from seed import seeded  # noqa: E402
from server import Server  # noqa: E402

DOCUMENT = os.path.join(ROOT, "Sources", "App", "Assets", "openapi.yaml")


def described():
    """The document is OpenAPI by its own rules."""
    with open(DOCUMENT, encoding="utf-8") as file:
        validate(yaml.safe_load(file))
    return True


def conforms(document, address, headers, name, more):
    """schemathesis finds nothing: no 500, nothing undescribed, no rights forgotten."""
    command = [
        os.path.join(os.path.dirname(sys.executable), "schemathesis"),
        "--config-file", os.path.join(HERE, "schemathesis.toml"), "--no-color",
        "run", document, "--url", address, "--warnings", "off", *more,
    ]
    for header in headers:
        command += ["--header", header]
    print(f"api: {name}", flush=True)
    # It keeps notes of its runs where it stands: not here.
    with tempfile.TemporaryDirectory(prefix="plenaria-api.") as folder:
        return subprocess.run(command, check=False, cwd=folder).returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--binary", required=True)
    parser.add_argument("--seed", default="1", help="of the examples; the same seed asks the same")
    arguments = parser.parse_args()
    results = [("description", described())]
    server = Server(os.path.abspath(arguments.binary), {"PLENARIA_LOG_LEVEL": "error"})
    try:
        server.wait()
        program = Program(server.address)
        program.sign_in(server.sign_in_link())
        secret = program.token(["read", "programme", "releases", "registrations"])
        seed = ["--seed", arguments.seed]
        results.append(
            ("anonymous", conforms(DOCUMENT, server.address, [], "without a token", [*seed, "--include-tag", "public"])))
        headers = [f"Authorization: Bearer {secret}"]
        with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as file:
            with open(DOCUMENT, encoding="utf-8") as plain:
                yaml.safe_dump(seeded(yaml.safe_load(plain), server.address, secret), file, sort_keys=False)
            file.flush()
            results.append(("token", conforms(file.name, server.address, headers, "with a token", seed)))
        for line in server.lines:
            if "error" in line:
                print("server:", line)
    finally:
        server.stop()
    bad = [name for name, good in results if not good]
    for name in bad:
        print(f"api: {name} FAILED")
    print(f"api: {len(results) - len(bad)} passed, {len(bad)} failed")
    sys.exit(1 if bad else 0)


if __name__ == "__main__":
    main()
