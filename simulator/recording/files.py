"""Files of talks: scripts in YAML, replay files of the ASK CLI in JSON, told apart by their names."""

from pathlib import Path

from simulator.recording.ask_cli import script_of
from simulator.recording.errors import ScriptWrong
from simulator.recording.script import Script, scripts_in

MOST_BYTES = 1_000_000
SUFFIXES = (".yaml", ".yml", ".json")


def read(path: Path) -> list[Script]:
    """The scripts of a file; raises ScriptWrong, which names the file."""
    if path.suffix not in SUFFIXES:
        raise ScriptWrong(f"{path} is no file of talks: their names end in {', '.join(SUFFIXES)}")
    try:
        if path.stat().st_size > MOST_BYTES:
            raise ScriptWrong(f"{path} has more than {MOST_BYTES:,} bytes: split it")
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ScriptWrong(f"{path} cannot be read: {error}") from None
    try:
        return [script_of(text, path.stem)] if path.suffix == ".json" else scripts_in(text, Script)
    except ScriptWrong as wrong:
        raise ScriptWrong(f"{path}: {wrong}") from None
