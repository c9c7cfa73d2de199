"""The folder that `ask deploy` deploys, put together from what the project has.

    ask-resources.json                          what is deployed, and how
    .ask -> <states>                            what the ASK CLI remembers: the skill's id, the stack, hashes
    skill-package/skill.json                    the manifest, with the endpoint
    skill-package/interactionModels/custom/     a model a locale
    infrastructure/cfn-deployer/skill-stack.yaml, lambda/       for AWS Lambda only

The ASK CLI writes the endpoint into skill.json and compares hashes, so skill.json is written as the ASK CLI would
write it: then a skill that has not changed is not uploaded again. Its configuration is described in Amazon's
ask-cli (docs/concepts/Alexa-Skill-Project-Definition.md).
"""

import json
import shutil
from pathlib import Path
from typing import Any, NamedTuple

from tools.deploy_choices import Choices
from tools.deploy_states import State
from tools.deploy_template import TEMPLATE, named_version

DEPLOYER = "@ask-cli/cfn-deployer"
HANDLER = "lambda_function.lambda_handler"

Json = dict[str, Any]


class Code(NamedTuple):
    """What the function runs: the unpacked package, and its runtime, such as python3.12."""

    folder: Path
    runtime: str


def assemble(project: Path, folder: Path, choices: Choices, state: State, code: Code | None) -> None:
    """Put the folder together anew; ``code`` is None for a service of one's own."""
    shutil.rmtree(folder, ignore_errors=True)
    package = folder / "skill-package"
    shutil.copytree(
        project / "interaction_models", package / "interactionModels" / "custom", ignore=_all_but("??-??.json")
    )
    if (project / "assets").is_dir():
        shutil.copytree(project / "assets", package / "assets")
    source = json.loads((project / "skill.json").read_text(encoding="utf-8"))
    manifest = with_endpoint(source, _endpoint(choices, state))
    _write(package / "skill.json", manifest)
    profile: Json = {"skillMetadata": {"src": "./skill-package"}}
    if code:
        profile |= _with_code(project, folder, choices, code, _events(source))
    _write(
        folder / "ask-resources.json", {"askcliResourcesVersion": "2020-03-31", "profiles": {state.profile: profile}}
    )
    state.folder.mkdir(parents=True, exist_ok=True)
    (folder / ".ask").symlink_to(state.folder.resolve(), target_is_directory=True)


def with_endpoint(manifest: Json, endpoint: Json | None) -> Json:
    """The manifest with this endpoint for requests and events; without one while there is none, and then no events.

    The events come last, since that is where the ASK CLI puts them.
    """
    inner = {name: part for name, part in manifest["manifest"].items() if name != "events"}
    custom = {name: part for name, part in inner["apis"]["custom"].items() if name != "endpoint"}
    if endpoint:
        custom |= {"endpoint": endpoint}
        events = {"endpoint": endpoint, "subscriptions": [{"eventName": name} for name in _events(manifest)]}
        return {"manifest": inner | {"apis": {"custom": custom}, "events": events}}
    return {"manifest": inner | {"apis": {"custom": custom}}}


def _endpoint(choices: Choices, state: State) -> Json | None:
    if choices.web:
        return {"uri": choices.web, "sslCertificateType": choices.certificate}
    return {"uri": state.function} if state.function else None


def _with_code(project: Path, folder: Path, choices: Choices, code: Code, events: list[str]) -> Json:
    """Code and stack, and what ask-resources.json says of them."""
    shutil.copytree(code.folder, folder / "lambda")
    parameters = {"Architecture": choices.architecture, **choices.stack}
    template = (project / TEMPLATE).read_text(encoding="utf-8")
    (folder / TEMPLATE).parent.mkdir(parents=True)
    version_of = named_version(template, code.folder, {"runtime": code.runtime, **parameters})
    (folder / TEMPLATE).write_text(version_of, encoding="utf-8")
    configuration = {
        "runtime": code.runtime,
        "handler": HANDLER,
        "templatePath": f"./{TEMPLATE.as_posix()}",
        "awsRegion": choices.region,
        "cfn": {"parameters": parameters},
        "skillEvents": {"subscriptions": events},
    }
    infrastructure = {"type": DEPLOYER, "userConfig": configuration}
    return {"code": {"default": {"src": "./lambda"}}, "skillInfrastructure": infrastructure}


def _events(manifest: Json) -> list[str]:
    return [one["eventName"] for one in manifest["manifest"].get("events", {}).get("subscriptions", [])]


def _all_but(pattern: str) -> Any:
    return lambda folder, names: [name for name in names if not Path(folder, name).match(pattern)]


def _write(file: Path, document: Json) -> None:
    """As the ASK CLI does: two spaces, letters as they are, no newline at the end."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(document, indent=2, ensure_ascii=False), encoding="utf-8")
