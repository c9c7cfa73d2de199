"""What the ASK CLI remembers between deployments, as far as it matters here."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from tools.deploy_choices import DeployImpossible

_STATES = "ask-states.json"


class State(NamedTuple):
    """Of one profile: where it is kept, the skill's id, and the ARN that Alexa calls, once there is one."""

    folder: Path
    profile: str
    skill: str | None = None
    function: str | None = None


def read_state(folder: Path, profile: str) -> State:
    """The state in a folder; of a profile that nothing was deployed with, there is nothing but its name."""
    file = folder / _STATES
    try:
        states = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except ValueError as error:
        raise DeployImpossible(f"{file} is not JSON ({error}): the ASK CLI wrote it; restore it") from error
    kept = _inside(states, "profiles", profile)
    deployed = _inside(kept, "skillInfrastructure", "@ask-cli/cfn-deployer", "deployState", "default")
    outputs = {one.get("OutputKey"): one.get("OutputValue") for one in deployed.get("outputs") or []}
    return State(folder, profile, kept.get("skillId"), outputs.get("SkillEndpoint"))


def _inside(document: dict[str, Any], *steps: str) -> dict[str, Any]:
    for step in steps:
        document = document.get(step) or {}
    return document
