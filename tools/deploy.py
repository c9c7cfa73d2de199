"""Deploy the skill with Amazon's ASK CLI: ``python -m tools.deploy``, which is ``make deploy``.

    python -m tools.deploy                                          to AWS Lambda and DynamoDB
    python -m tools.deploy --web https://skill.example.org/alexa    to a service of one's own
    python -m tools.deploy --offline                                to nowhere: only tried, on this machine alone

What was chosen holds for the next time too. docs/deploy.md tells how to get from nothing to a talking Echo.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from skill.errors import CaseCompassError
from tools.ask import run
from tools.ask_home import ROOT, installed
from tools.deploy_choices import Choices, DeployImpossible, keep_choices, read_choices
from tools.deploy_folder import Code, assemble
from tools.deploy_profile import check_signed_in, profile_named
from tools.deploy_states import State, read_state
from tools.package import build
from tools.package_bytecode import runtime

FOLDER = ROOT / ".work" / "deploy" / "case-compass"
OFFLINE_FOLDER = ROOT / ".work" / "deploy" / "offline" / "case-compass"
"""The ASK CLI names the bucket for the code after the folder."""
STATES = ROOT / ".ask"
"""Where the ASK CLI's users look for its states. Not committed, and whoever loses it would make a new skill."""
MOST_SECONDS = 3600


def main(arguments: Sequence[str] | None = None) -> int:
    """Put the folder together and deploy it; the exit status is 0 only when everything arrived."""
    options = _parser().parse_args(arguments)
    try:
        if not installed():
            raise DeployImpossible("the ASK CLI is not installed; `make deploy` installs it (it needs Node and npm)")
        return _tried(options) if options.offline else _deployed(options)
    except CaseCompassError as error:
        print(f"deploy: {error}", file=sys.stderr)
        return 1


def deploy(project: Path, folder: Path, state: State, choices: Choices, environment: Mapping[str, str]) -> State:
    """Put the folder together, deploy it, and read what the ASK CLI remembers of it; raises CaseCompassError."""
    assemble(project, folder, choices, state, None if choices.web else _code(choices))
    try:
        status = run(["deploy", "--profile", state.profile], environment, folder, MOST_SECONDS)
    except subprocess.TimeoutExpired as error:
        raise DeployImpossible(f"`ask deploy` was not done after {MOST_SECONDS} seconds: try again") from error
    deployed = read_state(state.folder, state.profile)
    if status or not deployed.skill or not (choices.web or deployed.function):
        raise DeployImpossible(f"`ask deploy` failed with the exit status {status}; its reason stands above")
    return deployed


def _code(choices: Choices) -> Code:
    return Code(build(choices.architecture).folder, runtime())


def _deployed(options: argparse.Namespace) -> int:
    profile = profile_named(options.profile, os.environ)
    choices = _chosen(read_choices(STATES, profile), options)
    check_signed_in(profile, Path.home(), os.environ, aws=not choices.web)
    keep_choices(STATES, profile, choices)
    environment = {**os.environ, "ASK_SKIP_NEW_VERSION_REMINDER": "1", "NODE_NO_WARNINGS": "1"}
    _tell(deploy(ROOT, FOLDER, read_state(STATES, profile), choices, environment), choices)
    return 0


def _tried(options: argparse.Namespace) -> int:
    # Only here: whoever deploys for real needs neither jsonschema nor moto.
    from tools.deploy_offline import offline

    with offline() as place:
        choices = _chosen(Choices(), options)
        state = State(place.states, "default")
        try:
            _tell(deploy(ROOT, OFFLINE_FOLDER, state, choices, place.environment), choices)
        finally:
            for trouble in place.service.troubles:
                print(f"deploy: {trouble}", file=sys.stderr)
    print("It was only tried: nothing left this machine, and nothing of it is kept.")
    return 0


def _chosen(before: Choices, options: argparse.Namespace) -> Choices:
    stack = before.stack | dict(options.set) if options.set else None
    changed = before.changed(
        web=options.web,
        certificate=options.certificate,
        region=options.region,
        architecture=options.architecture,
        stack=stack,
    )
    return changed.model_copy(update={"web": None}) if options.to_lambda else changed


def _tell(deployed: State, choices: Choices) -> None:
    print(f"\nThe skill is {deployed.skill}; Alexa calls {choices.web or deployed.function}.")
    if choices.web:
        print(f"The service has to know the skill: CASE_COMPASS_SKILL_ID={deployed.skill}")


def _pair(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise argparse.ArgumentTypeError(f"{text!r} is not written as NAME=VALUE")
    return name, value


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.deploy", description=__doc__.partition("\n")[0], allow_abbrev=False
    )
    add = parser.add_argument
    add("--offline", action="store_true", help="only try it, against the local SMAPI and a pretended AWS")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--web", metavar="URL", help="a service of one's own, at this https address")
    way.add_argument("--lambda", dest="to_lambda", action="store_true", help="AWS Lambda (the default)")
    add("--certificate", help="of the https address: Trusted (the default), Wildcard or SelfSigned")
    add("--profile", metavar="NAME", help="the profile of the ASK CLI (default: default)")
    add("--region", metavar="REGION", help="of AWS: us-east-1 (the default), eu-west-1 or us-west-2")
    add("--architecture", help="of the function: arm64 (the default) or x86_64")
    add(
        "--set", type=_pair, action="append", metavar="NAME=VALUE", help="a parameter of the stack, such as LogDays=7"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
