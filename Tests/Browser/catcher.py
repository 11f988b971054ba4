"""A mail server that keeps what it is given: where the server under test sends its letters."""
import email
import email.policy
import re
import time

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Message

import canaries
from server import free_port


class Catcher(Message):
    """`with Catcher() as mail:` listens on a free local port, `mail.settings` points the server to it."""

    def __init__(self):
        super().__init__(message_class=email.message.EmailMessage)
        self.letters = []

    def prepare_message(self, session, envelope):
        letter = email.message_from_bytes(envelope.content, policy=email.policy.default)
        letter["X-Envelope-To"] = ", ".join(envelope.rcpt_tos)
        return letter

    def handle_message(self, message):
        if body := message.get_body(("plain",)):
            canaries.letter(body.get_content())
        self.letters.append(message)

    def __enter__(self):
        port = free_port()
        self.controller = Controller(self, hostname="127.0.0.1", port=port)
        self.controller.start()
        self.settings = {"PLENARIA_SMTP_URL": f"smtp://127.0.0.1:{port}"}
        return self

    def __exit__(self, *_):
        self.controller.stop()

    def wait(self, recipient, after=0, seconds=15, holding=""):
        """The first letter to `recipient` from number `after` on whose text holds `holding`."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for letter in self.letters[after:]:
                if recipient in letter["X-Envelope-To"] and holding in letter.get_body(("plain",)).get_content():
                    return letter
            time.sleep(0.05)
        raise AssertionError(f"no letter to {recipient} in {seconds} s; there are {len(self.letters)}")


def link_in(letter, pattern=r"/sign-in/"):
    """The first address in the letter's plain text that matches."""
    text = letter.get_body(("plain",)).get_content()
    for address in re.findall(r"https?://[^\s<>\"]+", text):
        if re.search(pattern, address):
            return address
    raise AssertionError(f"no {pattern} link in the letter:\n{text}")
