"""The replay files of Amazon's ASK CLI: ``ask dialog --replay FILE`` (test-your-skill-with-dialog).

A file names a skill and a locale and holds what is said, line by line; the last line is usually ``.quit``, and lines
that begin with a point are the CLI's own commands.
"""

import json
from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from simulator.recording.errors import NotOnlyUtterances, ScriptWrong
from simulator.recording.script import MOST_LINES, Line, OneLine, Script
from simulator.recording.turn import Turn

QUIT = ".quit"


class ReplayFile(BaseModel):
    """The file's JSON object; what else stands in it is left to the CLI."""

    model_config = ConfigDict(extra="ignore", populate_by_name=True)

    skill_id: str = Field(alias="skillId")
    locale: str
    type: Literal["text"] = "text"
    user_input: list[OneLine] = Field(alias="userInput", max_length=MOST_LINES)


def replay_file(skill_id: str, turns: Sequence[Turn]) -> str:
    """The talk as a replay file's text; raises NotOnlyUtterances for a line that the CLI cannot say."""
    for turn in turns:
        if turn.line.startswith((":", ".")):
            raise NotOnlyUtterances(f"{turn.line!r} is a command, and the ASK CLI can only speak")
    lines = [turn.line for turn in turns]
    file = {"skillId": skill_id, "locale": turns[0].place.locale, "type": "text", "userInput": [*lines, QUIT]}
    return json.dumps(file, indent=2, ensure_ascii=False) + "\n"


def script_of(text: str, name: str) -> Script:
    """A replay file as a script that expects nothing; raises ScriptWrong."""
    try:
        file = ReplayFile.model_validate_json(text)
    except ValidationError as wrong:
        faults = "; ".join(
            f"{'.'.join(map(str, fault['loc'])) or 'file'}: {fault['msg']}" for fault in wrong.errors()
        )
        raise ScriptWrong(f"the file is no replay file of the ASK CLI: {faults[:500]}") from None
    said = file.user_input[: file.user_input.index(QUIT)] if QUIT in file.user_input else file.user_input
    if strange := [line for line in said if line.startswith((".", ":"))]:
        raise ScriptWrong(f"{strange[0]!r} is a command, and only what is said can be replayed: take it out")
    return Script(name=name, locale=file.locale, talk=[Line(you=line) for line in said])
