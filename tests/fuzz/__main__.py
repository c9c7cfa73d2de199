"""``python -m tests.fuzz --inputs N --seed S [--door web|lambda] [--findings FOLDER]``, or ``--again FOLDER``.

Throws that many inputs, or those of a folder of findings, at the skill as it is shipped, with the SDK made light.
Prints a summary, and ends with 1 when something was found or the process has grown.
"""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from skill.lean import lighten, settle

lighten()

import ask_sdk_model  # noqa: E402 - Amazon's SDK has to be made light first

from skill.bootstrap import build_skill  # noqa: E402
from skill.rehearsal import load_everything, rehearse  # noqa: E402
from skill.settings import Settings  # noqa: E402
from tests.fuzz.doors import DOORS, Door  # noqa: E402
from tests.fuzz.findings import read, write  # noqa: E402
from tests.fuzz.run import run  # noqa: E402
from tests.fuzz.summary import MOST_GROWN_KB, Summary, told  # noqa: E402
from tests.fuzz.thrown_again import what_is_wrong  # noqa: E402
from tests.web.signing import SKILL_ID  # noqa: E402


def main() -> int:
    """Throw, say how it goes every ten thousand inputs, write what was found."""
    options = _options()
    names = (options.door,) if options.door else tuple(DOORS)
    doors = {name: DOORS[name]() for name in names}
    # What is loaded late would look like growth.
    load_everything()
    for module in walk_packages(ask_sdk_model.__path__, "ask_sdk_model."):
        import_module(module.name)
    rehearse(build_skill(Settings(skill_id=SKILL_ID)), SKILL_ID)
    settle()
    return _again(options.again, doors) if options.again else _anew(options, doors)


def _again(folder: Path, doors: dict[str, Door]) -> int:
    wrong = [
        f"{file.name}: {name}: {fault}"
        for file in sorted(folder.glob("*.json"))
        for name, door in doors.items()
        for fault in what_is_wrong(door, read(file).thrown)
    ]
    _print("\n".join(wrong) or "nothing is wrong")
    return 1 if wrong else 0


def _anew(options: argparse.Namespace, doors: dict[str, Door]) -> int:
    summary, written, looked_at = Summary(), 0, 0
    for summary in run(doors, options.inputs, options.seed):
        for finding in summary.findings[written:]:
            _print(f"found: {finding.door}: {finding.says[:300]}\n  {write(options.findings, finding)}")
        for apology in summary.apologies[looked_at:]:
            write(options.findings / "apologies", apology)
        written, looked_at = len(summary.findings), len(summary.apologies)
        if summary.inputs % 10_000 == 0:
            _print(f"{summary.inputs} inputs, {summary.seconds:.0f} s, {summary.grown_kilobytes} KB grown")
    _print(told(summary))
    return 1 if summary.findings or summary.grown_kilobytes > MOST_GROWN_KB else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--door", choices=[*DOORS], help="only this one")
    parser.add_argument("--again", type=Path, help="throw what is in this folder, and nothing new")
    parser.add_argument("--findings", type=Path, default=Path(".work/fuzz"), help="the folder that findings go to")
    return parser.parse_args()


def _print(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
