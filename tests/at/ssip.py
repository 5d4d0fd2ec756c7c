"""The language of speech servers (SSIP), as far as a screen reader speaks it. Pure: lines in, lines out."""
import html
import re

# What a client may ask for, and the answer when nobody set it.
DEFAULTS = {"OUTPUT_MODULE": "witness", "VOICE_TYPE": "MALE1", "LANGUAGE": "fr"}
LISTS = {
    "OUTPUT_MODULES": ["250-witness", "250 OK MODULE LIST SENT"],
    "SYNTHESIS_VOICES": ["249-French\tfr\tnone", "249-Arabic\tar\tnone", "249-English\ten\tnone", "249 OK VOICE LIST SENT"],
}
SETTLED = {"STOP": "210 OK STOPPED", "CANCEL": "210 OK STOPPED", "PAUSE": "211 OK PAUSED", "RESUME": "212 OK RESUMED"}


class Dialogue:
    """One client's conversation. `heard(text, lang)` is called for everything that it has said aloud."""

    def __init__(self, heard, number=1):
        self._heard, self._number = heard, number
        self._settings, self._text, self._messages = {}, None, 0
        self.over = False

    def line(self, line):
        """The answer to one line, itself a list of lines; empty while a text is being received."""
        if self._text is not None:
            return self._receive(line)
        words = line.split(" ")
        command, rest = words[0].upper(), words[1:]
        if command == "SPEAK":
            self._text = []
            return ["230 OK RECEIVING DATA"]
        if command in ("CHAR", "KEY", "SOUND_ICON"):
            return self._say(" ".join(rest))
        if command == "SET":
            return self._set(rest)
        if command in SETTLED:
            return [SETTLED[command]]
        if command == "LIST":
            return LISTS.get(rest[0].upper() if rest else "", ["249-MALE1", "249 OK VOICE LIST SENT"])
        if command == "GET":
            name = rest[0].upper() if rest else ""
            return [f"251-{self._settings.get(name, DEFAULTS.get(name, '0'))}", "251 OK GET RETURNED"]
        if command == "HISTORY":
            return [f"245-{self._number}", "245 OK CLIENT ID SENT"]
        if command == "QUIT":
            self.over = True
            return ["231 HAPPY HACKING"]
        return ["220 OK"]

    def _set(self, rest):
        if len(rest) >= 3:
            self._settings[rest[1].upper()] = " ".join(rest[2:])
        return ["220 OK SET"]

    def _receive(self, line):
        if line != ".":
            # A line that begins with a point is sent with two.
            self._text.append(line[1:] if line.startswith("..") else line)
            return []
        text, self._text = "\n".join(self._text), None
        return self._say(text)

    def _say(self, text):
        self._messages += 1
        text = spoken(text)
        if text:
            self._heard(text, self._settings.get("LANGUAGE", ""))
        return [f"225-{self._messages}", "225 OK MESSAGE QUEUED"]


def spoken(text):
    """A text without the marks that tell the voice how to say it (SSML)."""
    return html.unescape(re.sub(r"<[^>]*>", "", text)).strip()
