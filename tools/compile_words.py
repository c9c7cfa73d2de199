"""Compile the word catalogues: ``python -m tools.compile_words`` makes a ``.mo`` beside each ``.po``.

Babel parses and writes them; a catalogue with a fault stops the build with its file and line.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

LANGUAGES = Path(__file__).parent.parent / "skill" / "languages"
_NO_TIME = datetime(1970, 1, 1, tzinfo=UTC)


def compile_words(folder: Path = LANGUAGES) -> int:
    """Compile every catalogue under the folder; returns how many there were. Raises ``SystemExit`` on a bad one."""
    sources = sorted(folder.glob("*/*.po"))
    for source in sources:
        try:
            with source.open("rb") as stream:
                catalog = read_po(stream, abort_invalid=True)
        except PoFileError as wrong:
            sys.exit(f"{source}:{wrong.lineno + 1}: {wrong}; mend the catalogue")
        # Babel would write the time of day into the file, and no two builds would be the same.
        catalog.creation_date = catalog.revision_date = _NO_TIME
        with source.with_suffix(".mo").open("wb") as stream:
            write_mo(stream, catalog)
    return len(sources)


if __name__ == "__main__":
    print(f"{compile_words()} word catalogues compiled")
