"""A program of an administrator: signs in by the server's one-time link and makes itself an access token."""
import http.cookiejar
import re
import urllib.parse
import urllib.request


class Program:
    def __init__(self, address):
        self.address = address
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path):
        with self.opener.open(urllib.parse.urljoin(self.address, path), timeout=30) as answer:
            return answer.read().decode()

    def post(self, path, page, fields):
        """Sends a form of `page`, with its token."""
        token = re.search(r'name="_token" value="([^"]+)"', page)
        if not token:
            raise RuntimeError(f"no form on the page before {path}")
        body = urllib.parse.urlencode([("_token", token.group(1)), *fields]).encode()
        with self.opener.open(urllib.parse.urljoin(self.address, path), body, timeout=30) as answer:
            return answer.read().decode()

    def sign_in(self, link):
        self.post(link, self.get(link), [])

    def token(self, scopes, name="test"):
        fields = [("name", name), ("days", "30"), *((f"scope-{scope}", "yes") for scope in scopes)]
        page = self.post("/account/tokens", self.get("/account/tokens"), fields)
        found = re.search(r"plenaria_[0-9A-Za-z]{43}", page)
        if not found:
            raise RuntimeError("no token on the page that should show it once")
        return found.group()
