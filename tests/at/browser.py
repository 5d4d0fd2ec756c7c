"""Chromium at the seat, with the accessibility tree that a screen reader asks for."""
import json
import os

from devtools import Devtools

EMPTY = "data:text/html,<title>Plateau</title>"
# No bubble of the browser's own may speak into a journey: translation, passwords, forms.
PREFERENCES = {
    "translate": {"enabled": False}, "intl": {"accept_languages": "fr,ar,en"}, "credentials_enable_service": False,
    "autofill": {"profile_enabled": False}, "profile": {"password_manager_enabled": False},
}
OPTIONS = [
    "--force-renderer-accessibility", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-extensions", "--password-store=basic", "--disable-features=Translate",
    "--remote-debugging-port=0", "--test-type", "--window-position=0,0", "--window-size=1280,900",
]


class Browser:
    """One window without an address line. What a person does in it goes through the keyboard of the seat, never through here."""

    def __init__(self, seat):
        self._seat = seat
        profile = seat.folder / "profile"
        (profile / "Default").mkdir(parents=True)
        preferences = dict(PREFERENCES, intl={"accept_languages": f"{seat.lang},fr,ar,en"})
        (profile / "Default" / "Preferences").write_text(json.dumps(preferences))
        program = os.environ.get("PLATEAU_CHROMIUM", "/usr/bin/chromium")
        words = [program, *OPTIONS, f"--user-data-dir={profile}", f"--lang={seat.lang}", f"--app={EMPTY}"]
        seat.programs.start("chromium", words, seat.env)
        seat.window()
        self.devtools = Devtools(profile)

    def open(self, url):
        """Opens an address, as a bookmark does."""
        self.devtools.call("Page.navigate", url=url)

    def address(self):
        return self.devtools.evaluate("location.pathname + location.search")

    def focused(self):
        """Role and name of what has the focus, as the browser tells assistive technology; `None` for the page itself."""
        script = "(() => { const e = document.activeElement; return !e || e === document.body || e === document.documentElement ? null : e; })()"
        found = self.devtools.call("Runtime.evaluate", expression=script)["result"]
        if "objectId" not in found:
            return None
        if self.devtools.evaluate("document.activeElement.matches('audio, video')"):
            return self._inside()
        nodes = self.devtools.call("Accessibility.getPartialAXTree", objectId=found["objectId"], fetchRelatives=False)["nodes"]
        return told(nodes[0]) if nodes else None

    def _inside(self):
        """The same of a part that the browser itself puts into an element, such as the keys of a player: a page cannot see it."""
        nodes = self.devtools.call("Accessibility.getFullAXTree")["nodes"]
        has = lambda node: any(own["name"] == "focused" and own["value"].get("value") for own in node.get("properties", []))
        focused = [node for node in nodes if has(node) and told(node)[0] != "RootWebArea"]
        return told(focused[-1]) if focused else None

    def picture(self):
        """The page as a PNG, for whoever looks into a failure."""
        return self.devtools.call("Page.captureScreenshot", format="png")["data"]


def told(node):
    """Role and name of a node of the accessibility tree."""
    value = lambda name: " ".join(str(node.get(name, {}).get("value", "")).split())
    return value("role"), value("name")
