"""Personal data that the servers under test were given: what must not be in their logs.

It comes from four places: the databases after their servers ended, what the journeys type, the letters, and the browsers' cookies.
"""
import json
import re
import sqlite3

# Where the database keeps what belongs to a person: kind of canary, table, column. A column that is gone fails the check.
COLUMNS = [
    ("name", "person", "name"),
    ("name", "programme_appearance", "name"),
    ("name", "index_expert", "name"),
    ("name", "registration", "name"),
    ("name", "registration", "latin"),
    ("address", "person", "email"),
    ("address", "invitation", "email"),
    ("address", "index_expert", "email"),
    ("address", "registration", "email"),
    ("address", "letter", "recipient"),
    ("address", "letter_bounce", "recipient"),
    ("address", "mailing_recipient", "address"),
    ("number", "registration", "number"),
    ("number", "certificate", "number"),
    ("code", "place_code", "code"),
    ("answer", "registration", "organisation_name"),
    ("answer", "registration_answer", "answers"),
    ("answer", "registration_private", "answers"),
    ("answer", "index_comment", "body"),
    ("answer", "person_profile", "biography"),
    ("file", "stored_file", "name"),
    ("letter", "letter", "body"),
]
# Of a certificate, which also says what everybody knows: the names of its holder.
NAMES_WITHIN = [("certificate", "content", ("name", "latin"))]
# What opens something by itself, wherever it stands in an address.
TOKEN = re.compile(r"/(?:r|sign-in|invitation|door|calendar|experts)/([A-Za-z0-9_-]{16,})")
SIGN_IN_CODE = re.compile(r"\b\d{4} \d{4}\b")
IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
DATE = re.compile(r"[\d:T.-]*")
# The log's own words, and those of the routes, are shorter than most names; what is shorter still tells nobody apart.
SHORTEST = 4
# Every browser of the suite asks from here.
KNOWN = {"network": {"127.0.0.1", "::1"}}


def remember(kind, value):
    """Keeps a value, if it can be told from what a log holds anyhow."""
    value = str(value).strip()
    digits = re.sub(r"\D", "", value)
    is_telling = len(value) >= SHORTEST and (re.search(r"[^\W\d_]", value) or len(digits) >= 7)
    if is_telling and not DATE.fullmatch(value) and not IDENTIFIER.fullmatch(value):
        KNOWN.setdefault(kind, set()).add(value)


def address(text):
    """Keeps the secrets of an address that was opened or written down."""
    for token in TOKEN.findall(text):
        remember("token", token)


def letter(text):
    address(text)
    for code in SIGN_IN_CODE.findall(text):
        remember("code", code)


def cookies(browser_or_header):
    """Keeps what a browser sends to be known again: a driver, or the text of a header."""
    if isinstance(browser_or_header, str):
        values = [part.partition("=")[2] for part in browser_or_header.split("; ")]
    else:
        values = [cookie["value"] for cookie in browser_or_header.get_cookies() if cookie["name"].endswith("plenaria")]
    for value in values:
        if len(value) >= 16:
            remember("cookie", value)


def database(path):
    """Keeps what a server's database holds of people. Its server has ended: nobody else may have the file open."""
    connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        for kind, table, column in COLUMNS:
            for (value,) in connection.execute(f'SELECT DISTINCT "{column}" FROM "{table}"'):
                for text in leaves(value):
                    letter(text) if kind == "letter" else remember(kind, text)
        for table, column, members in NAMES_WITHIN:
            for (value,) in connection.execute(f'SELECT "{column}" FROM "{table}"'):
                for member in members:
                    remember("name", json.loads(value).get(member, ""))
    finally:
        connection.close()


def leaves(value):
    """The texts of a column: itself, or those within its JSON."""
    if not isinstance(value, str):
        return
    try:
        inner = json.loads(value) if value[:1] in "{[" else value
    except ValueError:
        inner = value
    queue = [inner]
    while queue:
        one = queue.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            queue += one.values()
        elif isinstance(one, list):
            queue += one
