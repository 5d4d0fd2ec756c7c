"""Journeys heard and felt. usage: PLATEAU_BIN=… run.py [--journey NAME] [--lang fr|ar] [--runs N] [--jobs N] [--again] [--shots DIR] [--record FILE]

A journey is a module of journeys/ that has a NAME, `walk(day)`, LANGS when it is not for French and Arabic, and CONTRACTED when its French
walk is also done in contracted braille. Each walk is a process with a seat and a demo of its own. The last line counts what passed."""
import argparse
import importlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import server
import statement

HERE = Path(__file__).resolve().parent
CONTRACTION = "fr-bfu-g2.ctb"
# A walk that takes longer stands still.
LIMIT = 600


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--journey", action="append", help="only this one; may be given again")
    parser.add_argument("--lang", choices=["fr", "ar"])
    parser.add_argument("--braille", choices=["computer", "contracted"])
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--shots", help="a folder for a picture of the page where a step fails")
    parser.add_argument("--again", action="store_true", help="walk once more, alone, what failed: a machine under load is told from a fault")
    parser.add_argument("--record", help="a file for what was found, for the accessibility statement")
    parser.add_argument("--walk", nargs=3, help=argparse.SUPPRESS)
    return parser.parse_args()


def journeys():
    """All journeys by name, in the order of their files."""
    modules = (importlib.import_module(f"journeys.{file.stem}") for file in sorted((HERE / "journeys").glob("[a-z]*.py")))
    return {module.NAME: module for module in modules}


def walks(chosen):
    """Name, language and braille of every walk that is asked for."""
    known = journeys()
    unknown = set(chosen.journey or []) - set(known)
    if unknown:
        sys.exit(f"no journey {', '.join(sorted(unknown))}; there are {', '.join(known)}")
    every = [
        (name, lang, braille) for name, module in known.items() for lang in getattr(module, "LANGS", ("fr", "ar"))
        for braille in ("computer", "contracted") if braille == "computer" or (lang == "fr" and getattr(module, "CONTRACTED", False))
    ]
    return [
        (name, lang, braille) for name, lang, braille in every
        if (not chosen.journey or name in chosen.journey) and chosen.lang in (None, lang) and chosen.braille in (None, braille)
    ]


def walk(name, lang, braille, shots):
    """One walk, in this process. Its last line is for the one who counts."""
    from day import Day, Stopped
    from seat import NotReady
    folder, start = tempfile.mkdtemp(prefix="plateau-at-"), time.monotonic()
    day = None
    try:
        for seat in ("a", "b"):
            os.mkdir(f"{folder}/{seat}", 0o700)
            day = Day(f"{name} {lang} {braille}", lang, CONTRACTION if braille == "contracted" else None, os.environ["PLATEAU_BIN"], f"{folder}/{seat}", shots)
            try:
                day.begin()
                break
            except NotReady as fault:
                # Once more, on a new seat; told, never left out.
                if seat == "b":
                    raise
                day.end()
                print(f"UNREADY {name} {lang} {braille} · the seat is taken once more: {fault}")
        print(f"      {day.title}: ready after {time.monotonic() - start:.1f} s")
        journeys()[name].walk(day)
    except Stopped:
        pass
    except Exception:
        print(f"FAIL  {name} {lang} {braille} · the walk itself\n{traceback.format_exc()}")
        if day:
            day.failed += 1
    finally:
        if day:
            day.end()
        shutil.rmtree(folder, ignore_errors=True)
    for role, text in day.person.silences if day and day.person else ():
        print(f"SILENT {name} {lang} {braille} · {role} “{text}” was told only when it was reached again")
    print(f"      {name} {lang} {braille}: {time.monotonic() - start:.1f} s in all")
    print(f"{day.passed if day else 0} {day.failed if day else 1}", flush=True)


def apart(one, shots):
    """A walk in a process of its own: it ends with everything that it started."""
    words = [sys.executable, str(HERE / "run.py"), "--walk", *one] + (["--shots", shots] if shots else [])
    running = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    STARTED.add(running)
    try:
        lines = running.communicate(timeout=LIMIT)[0].splitlines()
        passed, failed = map(int, lines.pop().split())
    except (subprocess.TimeoutExpired, ValueError, IndexError):
        running.terminate()
        lines, passed, failed = running.communicate()[0].splitlines() + [f"FAIL  {' '.join(one)} · it did not come to its end"], 0, 1
    STARTED.discard(running)
    print("\n".join(lines), flush=True)
    SILENT.extend(line for line in lines if line.startswith("SILENT"))
    UNREADY.extend(line for line in lines if line.startswith("UNREADY"))
    return passed, failed, [line.removeprefix("FAIL").strip() for line in lines if line.startswith("FAIL")]


def again(one, count, shots):
    """What failed is walked once more, with the machine to itself. What then passes is told as unsteady, never left out."""
    if not count[1]:
        return count
    second = apart(one, shots)
    if not second[1]:
        print(f"UNSTEADY {' '.join(one)} · passed only when it was walked again", flush=True)
    return second


STARTED, SILENT, UNREADY = set(), [], []


def main():
    chosen = arguments()
    if chosen.walk:
        return walk(*chosen.walk, chosen.shots)
    if not os.access(os.environ.get("PLATEAU_BIN", ""), os.X_OK):
        sys.exit(f"PLATEAU_BIN should name the program; it is “{os.environ.get('PLATEAU_BIN', '')}”")
    if chosen.shots:
        Path(chosen.shots).mkdir(parents=True, exist_ok=True)
    for sign in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(sign, interrupted)
    everything, begun = walks(chosen) * chosen.runs, time.time()
    with tempfile.TemporaryDirectory(prefix="plateau-at-demo-") as folder:
        server.fill(os.environ["PLATEAU_BIN"], f"{folder}/data")
        with ThreadPoolExecutor(chosen.jobs) as pool:
            counts = list(pool.map(lambda one: apart(one, chosen.shots), everything))
        if chosen.again:
            counts = [again(one, count, chosen.shots) for one, count in zip(everything, counts)]
    passed, failed = sum(count[0] for count in counts), sum(count[1] for count in counts)
    if chosen.record:
        options = [name for name in ("journey", "lang", "braille") if getattr(chosen, name)]
        statement.write(chosen.record, begun, " ".join(f"--{name}" for name in options), everything, counts)
    if chosen.runs > 1:
        print(f"{len(counts)} walks, {sum(1 for count in counts if count[1])} of them with a failure")
    if SILENT:
        print(f"{len(SILENT)} stops were told only when they were reached again")
    if UNREADY:
        print(f"{len(UNREADY)} seats were taken once more before their walk began")
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if passed and not failed else 1)


def interrupted(*_):
    for running in list(STARTED):
        running.terminate()
    os._exit(130)


if __name__ == "__main__":
    main()
