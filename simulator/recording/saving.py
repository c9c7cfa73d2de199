"""Saving a recorded talk: as a script (.yaml) or as a replay file of the ASK CLI (.json)."""

from pathlib import Path

from simulator.recording.ask_cli import replay_file
from simulator.recording.errors import ScriptWrong
from simulator.recording.recorder import Recorder, as_yaml


def save(recorder: Recorder, path: Path, skill_id: str) -> None:
    """Write the talk to a new file; raises NothingToSave, or ScriptWrong for the file."""
    match path.suffix:
        case ".yaml" | ".yml":
            text = as_yaml([recorder.script(path.stem)])
        case ".json":
            text = replay_file(skill_id, recorder.turns)
        case _:
            raise ScriptWrong(f"{path} is neither a .yaml file, for a script, nor a .json file, for the ASK CLI")
    try:
        with path.open("x", encoding="utf-8") as file:
            file.write(text)
    except OSError as error:
        raise ScriptWrong(f"{path} cannot be written: {error.strerror}; name a new file") from None
