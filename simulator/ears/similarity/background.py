"""What people say to an Alexa that is none of a skill's business: background/<language>.txt, a sentence a line."""

from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent / "background"


def background(language_code: str) -> tuple[str, ...]:
    """The sentences of a language, without blank lines and lines that begin with "#"; none without a file."""
    file = FOLDER / f"{language_code}.txt"
    if not file.is_file():
        return ()
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
