"""Forty texts that would be scripts, in every text field that there is: nothing of them runs on any page, feed or export.

It has a server of its own: what it leaves behind would stand on the pages of the other journeys.
"""
import re

from lxml import etree

import wire
from forms import form
from payloads import PAYLOADS
from server import Server
from steps import press

SLUG = "attack-0"
TAGS = ("en", "es", "fr", "zh", "ar", "ru", "pt")
# Fields that take no free text: what is wrong there is refused, which other tests see to.
CLOSED = re.compile(r"^(slug|seriesSlug|zone|country|ror|orcid|languages|start|end|ends|slots|text|name_tag|.*colour|person-[1-9].*)$")
WATCH = """
window.alert = () => { top.hurt = (top.hurt || 0) + 1; };
addEventListener("securitypolicyviolation", event =>
  (top.blocked ||= []).push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
LOOK = """
for (const part of document.querySelectorAll("details")) part.open = true;
for (const part of document.querySelectorAll("input, textarea, a, button")) part.focus();
const wrong = [...document.querySelectorAll("*")].filter(part =>
  [...part.attributes].some(one => /^on/i.test(one.name) || (/^(href|src|action|srcdoc|xlink:href)$/i.test(one.name)
    && /^\\s*(javascript|data:text|vbscript)/i.test(one.value)))
  || (part.localName === "script" && !part.src && part.type !== "application/ld+json")
  || ["object", "embed", "base", "template", "iframe", "animate"].includes(part.localName));
return [window.hurt || 0, window.blocked || [], wrong.map(part => part.outerHTML.slice(0, 200))];
"""
FEED = re.compile(r"\.(ics|xml|json|jsonld|csv|atom)(\?|$)")


def run(world):
    server = Server(world.server.binary, world.mail.settings).wait()
    try:
        driver = world.browser.driver
        driver.get(server.sign_in_link())
        press(world, "main form button")
        site, cookies = server.address, world.browser.cookies()
        store(site, cookies)
        watch = world.browser.cdp("Page.addScriptToEvaluateOnNewDocument", source=WATCH)["identifier"]
        try:
            be_awake(world)
            crawl(world, site, cookies)
        finally:
            world.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", identifier=watch)
            driver.delete_all_cookies()
    finally:
        server.stop()


# Storing


def send(address, cookies, ends, payload, expected=303, files=(), has="", **values):
    """Fills every free text of the form with the payload."""
    found = form(address, cookies, ends, has)
    texts = {name: payload for name in found.texts if not CLOSED.match(name)}
    answer = found.send(cookies, files, **{**texts, **values})
    said = "; ".join(answer.tree.xpath("//*[@role='alert']//text()")) if answer.is_html and answer.body else ""
    assert answer.status == expected, f"{address} …{ends} with {payload!r}: {answer.status} {said}"


def store(site, cookies):
    for number, payload in enumerate(PAYLOADS):
        slug = f"attack-{number}"
        desk = f"{site}/desk/e/{slug}"
        send(f"{site}/desk/events/new", cookies, "/events/new", payload, slug=slug, zone="UTC", isPublic="yes",
             first="2027-03-01", last="2027-03-03", series="", seriesSlug=slug)
        send(desk, cookies, "/themes", payload)
        send(desk, cookies, "/parties", payload)
        send(desk, cookies, "/figures", payload, value="7")
        send(desk, cookies, "/outcomes", payload)
        send(f"{site}/desk/organisations/new", cookies, "/organisations", payload, slug=f"evil-{number}", country="MX")
        send(f"{site}/desk/people/new", cookies, "/people", payload, email=f"evil{number}@example.org")
        programme = f"{site}/desk/e/{SLUG}/programme"
        for what in ("room", "track"):
            # No two of an event bear one name.
            named = {f"{what}-new-{tag}": f"{payload} {number}" for tag in TAGS}
            send(programme, cookies, f"/{what}s", payload, has=f"{what}-new-en", **named)
    send(f"{site}/account/profile", cookies, "/profile", "\n\n".join(PAYLOADS), name=PAYLOADS[0], latin=PAYLOADS[1],
         languages="en", public="yes")
    send(f"{site}/account/profile", cookies, "/profile", PAYLOADS[2], expected=422, website="javascript:alert(1)")
    for number, payload in enumerate(PAYLOADS):
        session(site, cookies, number, payload)
        if number % 7 == 6 or payload is PAYLOADS[-1]:
            publish(site, cookies, number)


def session(site, cookies, number, payload):
    """A session whose every text is the payload, with a room, a track and a material of the same kind."""
    desk = f"{site}/desk/e/{SLUG}"
    page = wire.get(f"{desk}/sessions/new", cookies)
    choices = {name: page.tree.xpath(f"//select[@name='{name}']/option/@value")[number + 1] for name in ("room", "track")}
    start = f"{8 + number // 4:02}:{number % 4 * 15:02}"
    slots = "" if "|" in payload or "\u2028" in payload else f"{start} | 5 min | {payload}"
    send(f"{desk}/sessions/new", cookies, "/sessions/new", payload, start=start, end="", minutes="15", languages="en",
         slots=slots, **choices)
    plan = wire.get(f"{desk}/plan?day=2027-03-01", cookies)
    places = [link for link in plan.links() if link.endswith("/place")]
    address = places[-1].removesuffix("/place") + "/materials"
    # One a session: nobody sends more than sixty a minute.
    if number % 2:
        send(address, cookies, "/materials", payload, kind="link", url="https://example.org/?q=%22onclick=alert(1)", language="en")
    else:
        file = ("file", f"{payload}.pdf", b"%PDF-1.7\n<script>alert(1)</script>")
        send(address, cookies, "/materials", payload, kind="slides", url="", language="en", files=[file])
    if not number:
        send(address, cookies, "/materials", payload, expected=422, kind="link", url="javascript:alert(1)", language="en")


def publish(site, cookies, number):
    """The message's seven languages take the seven texts before."""
    messages = {f"message-{tag}": PAYLOADS[max(0, number - place)] for place, tag in enumerate(TAGS)}
    send(f"{site}/desk/e/{SLUG}/releases", cookies, "/releases", "", **messages)


# Looking


def be_awake(world):
    """What runs is seen to run: else nothing that follows would mean anything."""
    world.browser.visit("data:text/html,<p onclick=x>a</p><script>alert(1)</script>")
    hurt, _, wrong = world.browser.run(LOOK)
    assert hurt and len(wrong) == 2, f"the watch sleeps: {hurt}, {wrong}"


def crawl(world, site, cookies):
    """Every page that links lead to, first as the public, then signed in; and what the addresses themselves carry."""
    world.browser.driver.delete_all_cookies()
    starts = [f"/e/{SLUG}", "/", "/members", "/editions", f"/e/{SLUG}/programme?q=%3Cscript%3Ealert(1)%3C/script%3E"]
    starts += [f"/e/attack-{number}" for number in range(1, len(PAYLOADS))]
    starts += [f"/{wire.quote(payload)}" for payload in PAYLOADS]
    seen = visit(world, site, starts, "", most=330)
    assert sum("/s/" in path for path in seen) >= len(PAYLOADS), "every session was looked at"
    feeds(world, site, seen)
    for name, value in (part.split("=", 1) for part in cookies.split("; ")):
        world.browser.driver.add_cookie({"name": name, "value": value})
    desk = f"/desk/e/{SLUG}"
    starts = ["/desk", desk, f"{desk}/programme", f"{desk}/plan", f"{desk}/releases", f"{desk}/team", "/desk/organisations",
              "/desk/people", "/account/profile", "/account/data", "/account/tokens", f"/e/{SLUG}/mine"]
    seen += visit(world, site, starts, cookies, most=150)
    world.report.say(f"{len(PAYLOADS)} payloads, {len(seen)} pages and files looked at")


def visit(world, site, starts, cookies, most):
    queue, seen = list(starts), dict.fromkeys(starts)
    while queue:
        path = queue.pop(0)
        page = wire.get(site + path, cookies)
        assert page.status < 500, f"{path}: {page.status}"
        look(world, site + path)
        if not page.is_html:
            continue
        for link in map(wire.path_of, page.links()):
            if len(seen) < most and link not in seen and may_follow(link):
                seen[link] = None
                if not FEED.search(link):
                    queue.append(link)
    return list(seen)


def may_follow(link):
    ours = link.startswith((f"/e/{SLUG}", f"/desk/e/{SLUG}", "/desk/p", "/desk/o", "/o/evil"))
    return ours and not re.search(r"\?|/materials/|/sign-", link)


def look(world, address):
    world.browser.visit(address)
    hurt, blocked, wrong = world.browser.run(LOOK)
    said = [line for line in world.browser.complaints() if "Content Security" in line or "Trusted" in line]
    assert not (hurt or blocked or wrong or said), f"{address}: ran {hurt}, blocked {blocked}, {wrong[:3]}, {said[:3]}"


def feeds(world, site, seen):
    """Each is told to be what it is, nothing sniffs at it, and as XML it has no element of XHTML."""
    known = ["programme.ics", "schedule.xml", "schedule.json", "programme.csv", "programme.jsonld", "changes.atom"]
    paths = {f"/e/{SLUG}/{name}" for name in known} | {path for path in seen if FEED.search(path)}
    texts = ""
    for path in sorted(paths):
        page = wire.get(site + path)
        assert page.status == 200, f"{path}: {page.status}"
        kind = page.headers.get("content-type", "")
        assert not kind.startswith("text/html") and page.headers.get("x-content-type-options") == "nosniff", f"{path}: {kind}"
        if "xml" in kind:
            tree = etree.fromstring(page.body)
            assert not tree.xpath("//*[namespace-uri()='http://www.w3.org/1999/xhtml']"), path
            look(world, site + path)
        texts += page.text
    assert "alert(1)" in texts, "the texts did arrive"
