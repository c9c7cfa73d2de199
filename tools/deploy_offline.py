"""A deployment that is only tried: the ASK CLI in front of the local SMAPI and a pretended AWS, on this machine.

Everything that `ask deploy` sends is checked and kept, strictly and in memory, and gone afterwards.
"""

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import PIPE
from typing import Literal, NamedTuple

from simulator.case_compass.own_skill import open_own_skill
from simulator.envelope import SKILL_ID, Json
from simulator.options import MODELS
from simulator.services.clock import Clock, utc_now
from simulator.smapi.app import create_app
from simulator.smapi.manifest import read_manifest
from simulator.smapi.package import Specification
from simulator.smapi.server import running
from simulator.smapi.service import Service
from simulator.under_test.skill_under_test import SkillUnderTest
from tools.ask_home import ROOT, environment, make_home
from tools.deploy_choices import DeployImpossible
from tools.deploy_profile import AWS_IN_ENVIRONMENT
from tools.smapi_schema import MANIFEST, MODEL, SpecMissing, read_definitions, validator


class Offline(NamedTuple):
    """Where a deployment goes that is only tried: the ASK CLI's environment and states, the service, and AWS."""

    environment: dict[str, str]
    states: Path
    service: Service
    aws: str


@contextmanager
def offline() -> Iterator[Offline]:
    """A SMAPI and an AWS that know nothing yet, while they run; raises DeployImpossible when something is missing."""
    service = _service()
    with (
        tempfile.TemporaryDirectory() as folder,
        running(create_app(service)) as smapi,
        pretended_aws() as aws,
    ):
        home = make_home(Path(folder, "home"), aws_profile=AWS_IN_ENVIRONMENT)
        yield Offline(_environment(home, smapi, aws), Path(folder, "states"), service, aws)


@contextmanager
def pretended_aws() -> Iterator[str]:
    """The address of an AWS that is empty, while its process runs; raises DeployImpossible without moto."""
    if importlib.util.find_spec("moto") is None:
        raise DeployImpossible("moto is missing: .venv/bin/pip install --require-hashes -r requirements/cloud.txt")
    command = [sys.executable, "-m", "tools.deploy_aws"]
    with subprocess.Popen(command, cwd=ROOT, stdin=PIPE, stdout=PIPE, text=True) as process:  # noqa: S603
        try:
            address = process.stdout.readline().strip() if process.stdout else ""
            if not address:
                raise DeployImpossible("the pretended AWS did not start; its reason stands above")
            yield address
        finally:
            process.kill()


def amazons_specification() -> Specification:
    """What Amazon's own specification of SMAPI says of manifests and models; raises DeployImpossible without it."""
    try:
        definitions = read_definitions(ROOT)
    except SpecMissing as error:
        raise DeployImpossible(str(error)) from error
    checkers = {"manifest": validator(definitions, MANIFEST), "model": validator(definitions, MODEL)}

    def faults(kind: Literal["manifest", "model"], document: Json) -> Iterator[str]:
        for error in checkers[kind].iter_errors(document):
            yield f"{'.'.join(map(str, error.absolute_path)) or 'the file'}: {error.message[:300]}"

    return faults


def _service() -> Service:
    endpoint, inside = open_own_skill(SKILL_ID, "memory")
    skill = SkillUnderTest(endpoint, MODELS, SKILL_ID, inside=inside)
    manifest = read_manifest(ROOT / "skill.json")
    return Service(skill, manifest, Clock(utc_now), specification=amazons_specification())


def _environment(home: Path, smapi: str, aws: str) -> dict[str, str]:
    """The ASK CLI's usual one, in which it reaches the pretended AWS as well, with credentials that open nothing."""
    reached = ",".join(address.removeprefix("http://") for address in (smapi, aws))
    return environment(home, smapi) | {
        "ONLY_SERVICE": reached,
        "AWS_ENDPOINT_URL": aws,
        "AWS_ACCESS_KEY_ID": "offline",
        "AWS_SECRET_ACCESS_KEY": "offline",
        "AWS_EC2_METADATA_DISABLED": "true",
    }
