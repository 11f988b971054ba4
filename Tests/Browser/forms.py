"""Forms over plain HTTP: read from the page as a browser would, filled, sent with what the page itself put in."""
from urllib.parse import urlencode

import urllib3.filepost

import canaries
import wire

TEXT = {"text", "search", ""}


class Form:
    """A form of a page; `fields` are what a browser would send if nobody touched it."""

    def __init__(self, page, node):
        self.address = wire.urljoin(page.address, node.get("action") or "")
        self.is_multipart = node.get("enctype") == "multipart/form-data"
        self.fields, self.texts = {}, []
        for part in node.iter("input", "textarea", "select"):
            name, kind = part.get("name"), (part.get("type") or "").lower()
            if not name or kind in ("submit", "button", "image", "file") or (kind in ("checkbox", "radio") and part.get("checked") is None):
                continue
            if part.tag == "select":
                chosen = part.xpath("option[@selected]") or part.xpath("option")
                self.fields[name] = chosen[0].get("value") if chosen else ""
            elif part.tag == "textarea":
                self.fields[name] = (part.text or "").lstrip("\n")
                self.texts.append(name)
            else:
                self.fields[name] = part.get("value", "on" if kind == "checkbox" else "")
                if kind in TEXT:
                    self.texts.append(name)

    def send(self, cookies, files=(), **values):
        """The answer, redirects not followed. `files` are (field, name, bytes)."""
        fields = {**self.fields, **values}
        for name in self.texts:
            canaries.remember("typed", fields[name])
        headers = {"Cookie": cookies, "Origin": origin(self.address), "Accept": "text/html"}
        if self.is_multipart:
            parts = [*fields.items(), *((field, (name, data)) for field, name, data in files)]
            body, headers["Content-Type"] = urllib3.filepost.encode_multipart_formdata(parts)
        else:
            body, headers["Content-Type"] = urlencode(fields), "application/x-www-form-urlencoded"
        return wire.Page(self.address, wire.POOL.request("POST", self.address, body=body, headers=headers, redirect=False))


def form(address, cookies, ends, has=""):
    """The form of a page whose action's path ends so, and that has this field if one is named."""
    page = wire.get(address, cookies)
    assert page.status == 200, f"{address}: {page.status}"
    for node in page.tree.iter("form"):
        found = Form(page, node)
        if wire.urlsplit(found.address).path.endswith(ends) and (not has or has in found.fields):
            return found
    raise AssertionError(f"{address} has no form to …{ends}")


def origin(address):
    parts = wire.urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
