"""The texts of the interface, read from the project's own catalogue: a journey names a text by its key."""
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VALUE = "value"


def read(text, known=None):
    """The messages of one file: for each key its forms, `value` and what it has of `short` and `label`."""
    known = {} if known is None else known
    forms = form = None
    for line in text.split("\n"):
        start = re.match(r"([a-z][\w-]*) *= *(.*)$", line)
        attribute = re.match(r"\s+\.([a-z]+) *= *(.*)$", line)
        if start:
            form = VALUE
            forms = known[start[1]] = {VALUE: start[2].strip()}
        elif attribute and forms is not None:
            form = attribute[1]
            forms[form] = attribute[2].strip()
        elif re.match(r"\s+\S", line) and forms is not None:
            forms[form] = f"{forms[form]} {line.strip()}".strip()
        else:
            forms = None if line and not line.startswith("#") else forms
    return known


class Texts:
    """The texts of one language: `t(key)` is the long form, `t.short(key)` and `t.label(key)` the others."""

    def __init__(self, lang):
        self.lang, self._known = lang, {}
        for file in sorted((ROOT / "locales" / lang).glob("*.ftl")):
            read(file.read_text("utf-8"), self._known)

    def __call__(self, key, **arguments):
        return self._filled(key, VALUE, arguments)

    def short(self, key, **arguments):
        return self._filled(key, "short", arguments)

    def label(self, key, **arguments):
        return self._filled(key, "label", arguments)

    def parts(self, key, form=VALUE):
        """What a text says around its variables: each part must be heard, in this order."""
        return [part for part in (piece.strip(" .") for piece in re.split(r"\{[^}]*\}", self._form(key, form))) if part]

    def _form(self, key, form):
        if key not in self._known:
            raise KeyError(f"no text {key} in {self.lang}")
        forms = self._known[key]
        return forms.get(form, forms[VALUE])

    def _filled(self, key, form, arguments):
        text = re.sub(r"\{ *\$(\w+) *\}", lambda found: str(arguments.get(found[1], found[0])), self._form(key, form))
        if "{" in text:
            raise ValueError(f"{key} has variables or plurals: {text}")
        return text


class Scenario:
    """What a journey knows of a scenario and of its script: the files that a teacher writes."""

    def __init__(self, code):
        folder = ROOT / "programmes" / "1803-teleconseiller"
        own = tomllib.loads((folder / "scenarios" / f"{code}.toml").read_text("utf-8"))
        script = tomllib.loads((folder / "scripts" / f"{own['desk']['script']}.toml").read_text("utf-8"))
        self.code, self.title, self.brief, self.opening = code, own["title"], own["brief"], own["caller"]["opening"]
        self.measured = list(dict.fromkeys(measure["criterion"] for measure in own["measures"]))
        self.steps = {step["id"]: step for step in script["steps"]}
        self.lines = own["caller"]["lines"]
        self._facts = {fact["id"]: fact["line"] for fact in own["caller"]["facts"]}

    def fact(self, name):
        """What the caller answers when they are asked for it."""
        return self._facts[name]
