"""What a run found, for the accessibility statement; `cargo xtask statement` sums it up, and its source tells the shape."""
import json
import os
import subprocess
from datetime import datetime, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
# A failing sentence is kept so long; the whole of it is in the run's own output.
LONGEST = 300
# The tables of the walks, as BRLTTY and liblouis call them.
TABLES = ["fr-2007", "fr-ar", "fr-bfu-g2"]


def said(*words):
    try:
        return subprocess.run(words, capture_output=True, text=True, timeout=20).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        return ""


def debian(package):
    """The version of a package, without what Debian adds to it."""
    return said("dpkg-query", "--show", "--showformat=${Version}", package).split("-")[0]


def write(file, begun, partial, walks, counts):
    """`walks` are (name, language, braille); `counts` are (passed, failed, failing lines), in the same order."""
    git = ("git", "-C", str(HERE))
    moment = datetime.fromtimestamp(begun, timezone.utc)
    record = {
        "kind": "screen reader", "at": int(begun * 1000), "date": moment.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "program": said(os.environ["PLATEAU_BIN"], "--version").split(" ")[-1],
        "commit": said(*git, "rev-parse", "--short=10", "HEAD") or "unknown", "changed": said(*git, "status", "--porcelain") != "",
        "partial": partial,
        "versions": {
            "Orca": debian("orca"), "BRLTTY": debian("brltty"), "liblouis": debian("liblouis20"),
            "Chromium": said(os.environ["PLATEAU_CHROMIUM"], "--version", "--no-sandbox").split(" ")[1:2][0],
        },
        "tables": TABLES, "languages": sorted({lang for _, lang, _ in walks}), "pages": [],
        "journeys": [
            {"name": name, "lang": lang, "passed": passed, "failed": failed}
            for (name, lang, _), (passed, failed, _) in zip(walks, counts)
        ],
        "failures": [line[:LONGEST] for _, _, failing in counts for line in failing],
    }
    Path(file).parent.mkdir(parents=True, exist_ok=True)
    Path(file).write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
