"""``python -m simulator smapi``: the service for the ASK CLI, until it is interrupted."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from simulator.envelope import Json
from simulator.options import MODELS, PROJECT, add_clock_option, add_skill_options, clock, open_skill
from simulator.smapi.app import create_app
from simulator.smapi.manifest import least_manifest, read_manifest
from simulator.smapi.server import address_of, listen
from simulator.smapi.service import IN_THIS_PROCESS, Service
from simulator.under_test.skill_under_test import SkillUnderTest

PORT = 8103

HELP = """SMAPI on {address}, for the skill {skill_id}.

For the ASK CLI:
  export ASK_SMAPI_SERVER_BASE_URL={address}
  export ASK_SKIP_NEW_VERSION_REMINDER=1
and any access token in the profile. `make ask` does all of this. Ctrl-C ends it.
"""


def main(arguments: Sequence[str]) -> int:
    """Serve until interrupted; raises CaseCompassError when an option or a model cannot be used."""
    options = _parser().parse_args(arguments)
    service = open_service(options)
    server = listen(create_app(service), options.port)
    sys.stdout.write(HELP.format(address=address_of(server), skill_id=service.skill.skill_id))
    sys.stdout.flush()
    with server:
        server.serve_forever()
    return 0


def add_service_options(parser: argparse.ArgumentParser) -> None:
    """The options that say which skill is served, and on which day."""
    parser.add_argument("--manifest", type=Path, metavar="FILE", help="the skill's manifest (default: skill.json)")
    add_clock_option(parser)
    add_skill_options(parser)


def open_service(options: argparse.Namespace) -> Service:
    """The service of the skill that the options name; raises CaseCompassError."""
    skill = open_skill(options)
    return Service(skill, _manifest(options, skill), clock(options), address=options.url or IN_THIS_PROCESS)


def _manifest(options: argparse.Namespace, skill: SkillUnderTest) -> Json:
    """The file that is named; for the skill of this project its own; for any other the least that will do."""
    if options.manifest:
        return read_manifest(options.manifest)
    if options.models == MODELS:
        return read_manifest(PROJECT / "skill.json")
    names = {locale: skill.model(locale).language_model.invocation_name for locale in skill.locales}
    return least_manifest(names)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m simulator smapi",
        description="The part of SMAPI that the ASK CLI needs, on the loopback.",
        allow_abbrev=False,
    )
    parser.add_argument("--port", type=int, default=PORT, help="the port; 0 takes a free one (default: %(default)s)")
    add_service_options(parser)
    return parser
