"""Looks for personal data in what servers wrote, however it is spelled there; and shows of itself that it finds it."""
import re
import unicodedata
from urllib.parse import quote, quote_plus, unquote, unquote_plus

# What the program prints for the person at the terminal, and is no log: its own address, and the first administrator's link.
ANNOUNCED = re.compile(
    r"(Plenaria is ready|Mails stay here|Sign in as administrator \(once, within 24 hours\)): https?://\S+")
# Of a request's line only these parts change: when, and two random or keyed names of fixed shape. Without them few lines are left.
CHANGING = re.compile(r"^\S+T\S+Z?(?= )|(?<= from=)[A-Za-z0-9+/]{12}(?= )|(?<= request=)[0-9a-z]{1,13}(?= )")
ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")
# What the whole suite must have used or made.
EXPECTED = ["address", "answer", "code", "cookie", "file", "name", "network", "number", "ticket", "token", "typed"]
# A shorter word may be a part of another one.
LONG = 8


def plain(line, unquoted):
    """The line in one spelling: percent signs and escapes read, one form of Unicode, no capitals."""
    line = ESCAPE.sub(lambda found: chr(int(found.group(1), 16)), unquoted(line))
    return unicodedata.normalize("NFC", line).casefold()


def spelled(value):
    return unicodedata.normalize("NFC", value).casefold()


def find(lines, known):
    """(kind, value, line) of what is found; `known` is kind → values."""
    few = {CHANGING.sub("*", line): line for line in lines if not ANNOUNCED.fullmatch(line.strip())}
    # In a form "+" is a space, elsewhere it is itself.
    kept = {plain(short, unquoted): line for short, line in few.items() for unquoted in (unquote, unquote_plus)}
    text = "\n".join(kept)
    found = []
    for kind, values in known.items():
        for value in values:
            wanted = spelled(value)
            if wanted in text:
                found += [(kind, value, line) for key, line in kept.items() if holds(key, wanted)]
    return found


def holds(line, wanted):
    if len(wanted) >= LONG or not wanted.isascii():
        return wanted in line
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", line) is not None


def self_test():
    """What is wrong with the search itself: each planted line is found, and clean ones are not."""
    known = {
        "name": {"María-José Ñúñez", "王小明", "Ana Pérez"}, "address": {"ansari@people.example"}, "token": {"Rt9-xW_2kQ8mZ4vB7nLp"},
        "number": {"3F7K-92MD"}, "code": {"4821 7730"}, "answer": {"Allergic to sesame", "+52 55 1234 5678"}, "network": {"127.0.0.1"},
        "cookie": {"q1w2+e3r4/t5y6u7"},
    }
    head = "2026-01-02T03:04:05+0000 info plenaria: from=+bOtQ1YDT7Bt method=GET request=n9cxtl2k11w6 "
    found = lambda line: {(kind, value) for kind, value, _ in find([line], known)}
    problems = []
    for kind, values in known.items():
        for value in values:
            for way, text in (
                ("as it is", value), ("in capitals", value.upper()), ("in an address", quote(value, safe="")),
                ("in a form", quote_plus(value)), ("decomposed", unicodedata.normalize("NFD", value)),
                ("as JSON", value.encode("ascii", "backslashreplace").decode()),
            ):
                if "\\x" in text:
                    text = "".join(one if one.isascii() else f"\\u{ord(one):04x}" for one in value)
                if (kind, value) not in found(f"{head}route=/r/{text} status=200 [Web] request"):
                    problems.append(f"{kind} {way} is not found: {text}")
    for line in (
        f"{head}route=/r/:token status=200 [Web] request", f"{head}route=/e/:event/s/:session status=404 [Web] request",
        "Sign in as administrator (once, within 24 hours): http://127.0.0.1:1/sign-in/Rt9-xW_2kQ8mZ4vB7nLp",
        "Plenaria is ready: http://127.0.0.1:8080/",
    ):
        if said := found(line):
            problems.append(f"a clean line is taken for one with {said}: {line}")
    # The link that is printed may stand nowhere else, nor with anything else on its line.
    if not found("request failed: Sign in as administrator (once, within 24 hours): http://127.0.0.1:1/sign-in/Rt9-xW_2kQ8mZ4vB7nLp x"):
        problems.append("an announcement hides what stands beside it")
    return problems


def check(report, servers, known, is_whole):
    """The logs of all servers that were started. Of the whole suite, every kind of canary must have been there to be found."""
    report.check("logs: the search finds what is planted", self_test())
    lines = [line for server in servers for line in server.lines]
    # Some start and are asked nothing, as where a journey brings its own.
    silent = [server.address for server in servers if not any(" plenaria: " in line for line in server.lines)]
    asked = sum(" status=" in line for line in lines)
    report.check("logs: every server has written some, and what they were asked", silent if asked else ["no request stands there"])
    missing = [kind for kind in EXPECTED if not known.get(kind)]
    report.check("logs: every kind of personal data was there", missing if is_whole else [])
    found = find(lines, known)
    report.check("logs: no personal data", dict.fromkeys(f"{kind} {value!r} in: {line[:300]}" for kind, value, line in found))
    counted = ", ".join(f"{len(values)} of kind {kind}" for kind, values in sorted(known.items()))
    report.say(f"logs: {len(lines)} lines of {len(servers)} servers searched for {counted}")
