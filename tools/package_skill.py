"""Our own part of a package: the skill without its web door, its compiled words, and the function's entry."""

import shutil
from pathlib import Path

from skill.errors import CaseCompassError
from tools.compile_words import compile_words

ROOT = Path(__file__).parent.parent

_LEFT_OUT = ("web", "alexa/verifier", "storage/dynamodb_create.py")
"""Folders and files of ``skill`` that no turn on Lambda needs."""
_SHIPPED = {".py", ".json", ".pem", ".po"}
_NOT_SHIPPED = {".yaml", ".typed", ".mo", ".pyc"}


def add_skill(folder: Path) -> None:
    """Copy the skill, compile its words, and put the entry and the licence beside it."""
    for file in sorted((ROOT / "skill").rglob("*")):
        if file.is_file() and _ships(file):
            target = folder / file.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, target)
    languages = folder / "skill" / "languages"
    compile_words(languages)
    for source in languages.glob("*/*.po"):
        source.unlink()
    shutil.copyfile(ROOT / "lambda" / "lambda_function.py", folder / "lambda_function.py")
    shutil.copyfile(ROOT / "LICENSE", folder / "LICENSE")


def _ships(file: Path) -> bool:
    path = file.relative_to(ROOT / "skill")
    if any(path.is_relative_to(left_out) for left_out in _LEFT_OUT) or file.suffix in _NOT_SHIPPED:
        return False
    if file.suffix not in _SHIPPED:
        raise CaseCompassError(
            f"skill/{path} is of a kind that tools/package_skill.py does not know: say if it ships"
        )
    return True
