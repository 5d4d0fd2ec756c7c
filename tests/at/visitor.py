"""Somebody without a browser: prepares what stands before a journey begins, and takes no part in it."""
import http.cookiejar
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from html import unescape

PATIENCE = 60


class Visitor:
    def __init__(self, url, account):
        self._url = url
        self._open = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())).open
        self.post("/sign-in", login=account.login, password=account.password, next="/")

    def get(self, path):
        return self._ask(path, None)

    def post(self, path, **fields):
        return self._ask(path, urllib.parse.urlencode(fields).encode())

    def _ask(self, path, body):
        request = urllib.request.Request(self._url + path, body, {"accept": "text/html", "origin": self._url, "sec-fetch-site": "same-origin"})
        with self._open(request, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def until(self, state):
        """Waits until the desk is in this state; gives its page and its call."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            page = self.get("/desk")
            status = re.search(r'id="status"[^>]*data-state="(\w+)"(?: data-call="(\d+)")?', page)
            if status and status[1] == state:
                return page, status[2]
            time.sleep(0.1)
        raise RuntimeError(f"the desk does not become {state}")

    def closed_attempt(self, scenario, says, reason, outcome):
        """A practice from its beginning to the coded call."""
        self.post(f"/practice/{scenario}/attempts", mode="practice")
        _, call = self.until("ringing")
        self.post(f"/calls/{call}/answer")
        for text in says:
            page, _ = self.until("talking")
            self.post(f"/calls/{call}/utterances", text=text, once=hidden(page, f"/calls/{call}/utterances", "once"))
        self.post(f"/calls/{call}/identification")
        self.post(f"/calls/{call}/end")
        self.until("wrap_up")
        self.post(f"/calls/{call}/wrap-up", reason=reason, outcome=outcome, satisfaction="4", note="")
        self.until("idle")


def hidden(page, action, name):
    """The value of a hidden field of the form that posts to `action`."""
    form = page[page.index(f'action="{action}"'):]
    return unescape(re.search(rf'name="{name}" value="([^"]*)"', form)[1])
