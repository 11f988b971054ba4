"""Plain HTTP, as someone without a browser or without scripts sees a page."""
import re
from urllib.parse import quote, urldefrag, urljoin, urlsplit  # noqa: F401  quote: for journeys

import urllib3
from lxml import html

import canaries

POOL = urllib3.PoolManager(timeout=30, retries=False)


class Page:
    def __init__(self, address, response):
        self.address = address
        self.status = response.status
        self.headers = response.headers
        self.body = response.data
        self.text = self.body.decode("utf-8", "replace")

    @property
    def is_html(self):
        return self.headers.get("content-type", "").startswith("text/html")

    @property
    def tree(self):
        return html.document_fromstring(self.body, parser=html.HTMLParser(encoding="utf-8"))

    def links(self):
        """Addresses of the same site that the page links to, without fragments, each once and in order."""
        site = urlsplit(self.address).netloc
        found = {}
        for anchor in self.tree.iter("a"):
            target = urldefrag(urljoin(self.address, anchor.get("href", ""))).url
            if anchor.get("href") and urlsplit(target).netloc == site:
                found.setdefault(target)
        return list(found)

    def parts(self):
        """The texts of the headings in the main part."""
        main = self.tree.find(".//main")
        places = main if main is not None else self.tree
        texts = (node.text_content() for node in places.iter("h1", "h2", "h3", "h4"))
        return [squeezed(text) for text in texts if squeezed(text)]


def squeezed(text):
    return re.sub(r"\s+", " ", text).strip()


def get(address, cookies="", language=None):
    canaries.address(address)
    headers = {"Accept": "text/html,*/*;q=0.8"}
    if cookies:
        canaries.cookies(cookies)
        headers["Cookie"] = cookies
    if language:
        headers["Accept-Language"] = language
    return Page(address, POOL.request("GET", address, headers=headers, redirect=True))


def in_language(address, language):
    """The address with `lang` in its query."""
    return address + ("&" if "?" in address else "?") + f"lang={language}"


def path_of(address):
    parts = urlsplit(address)
    return parts.path + (f"?{parts.query}" if parts.query else "")
