"""What somebody wants deployed, and where; what was chosen once holds until it is chosen otherwise.

The file ``choices.json`` stands beside the ASK CLI's own ``ask-states.json``. Without it a second deployment would
set every parameter of the stack back to its default, or make a second stack in another region.
"""

import json
import re
from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from skill.errors import CaseCompassError

OWN_PARAMETERS = ("Memory", "SnapStart", "LogDays", "BackupDays", "AlarmMail")
"""Parameters of the stack that are free to choose; the others follow from what is deployed."""

_REGION = r"[a-z]{2}(-[a-z]+)+-\d"


class DeployImpossible(CaseCompassError):  # noqa: N818 - it reads as a sentence
    """A deployment that cannot be begun or went wrong; the message says why and what to do."""


def _reachable(address: str) -> str:
    parts = urlsplit(address)
    if (
        parts.scheme != "https"
        or not parts.hostname
        or parts.port not in (None, 443)
        or parts.query
        or parts.fragment
    ):
        raise ValueError("Alexa calls https addresses on port 443 only, such as https://skill.example.org/alexa")
    return address


def _free(parameters: dict[str, str]) -> dict[str, str]:
    if strange := sorted(set(parameters) - set(OWN_PARAMETERS)):
        raise ValueError(f"the stack has no such parameter: {', '.join(strange)}; it has {', '.join(OWN_PARAMETERS)}")
    return parameters


class Choices(BaseModel):
    """The choices for a profile of the ASK CLI. ``web``: the address of a service of one's own; None: AWS Lambda."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    web: Annotated[str, AfterValidator(_reachable)] | None = None
    certificate: Literal["Trusted", "Wildcard", "SelfSigned"] = "Trusted"
    region: Annotated[str, StringConstraints(pattern=re.compile(f"^{_REGION}$"))] = "us-east-1"
    architecture: Literal["arm64", "x86_64"] = "arm64"
    stack: Annotated[dict[str, str], AfterValidator(_free)] = {}

    def changed(self, **changes: object) -> "Choices":
        """These choices with others where they are not None; raises DeployImpossible for one that cannot be."""
        wanted = {name: value for name, value in changes.items() if value is not None}
        return _checked(self.model_dump() | wanted)


def read_choices(folder: Path, profile: str) -> Choices:
    """What was chosen for a profile before; raises DeployImpossible when the file is not one of ours."""
    return _checked(_kept(folder).get(profile, {}))


def keep_choices(folder: Path, profile: str, choices: Choices) -> None:
    """Let the choices hold from now on."""
    folder.mkdir(parents=True, exist_ok=True)
    kept = _kept(folder) | {profile: choices.model_dump()}
    _file(folder).write_text(json.dumps(kept, indent=2) + "\n", encoding="utf-8")


def _checked(choices: object) -> Choices:
    try:
        return Choices.model_validate(choices)
    except ValidationError as error:
        raise DeployImpossible("; ".join(map(_fault, error.errors()))) from error


def _fault(error: ErrorDetails) -> str:
    where = ".".join(map(str, error["loc"])) or "the choices"
    return f"{where}: {error['msg'].removeprefix('Value error, ')}"


def _kept(folder: Path) -> dict[str, object]:
    file = _file(folder)
    if not file.exists():
        return {}
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise DeployImpossible(f"{file} is not JSON ({error}): correct it, or remove it and choose again") from error
    if not isinstance(kept, dict):
        raise DeployImpossible(f"{file} is not a JSON object: correct it, or remove it and choose again")
    return kept


def _file(folder: Path) -> Path:
    return folder / "choices.json"
