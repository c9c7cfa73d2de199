"""One service for all of these tests, and the ASK CLI in front of it."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from flask import Flask

from simulator.case_compass.own_skill import open_own_skill
from simulator.envelope import SKILL_ID
from simulator.options import MODELS, PROJECT
from simulator.services.clock import Clock
from simulator.smapi.app import create_app
from simulator.smapi.manifest import read_manifest
from simulator.smapi.server import running
from simulator.smapi.service import Service
from simulator.under_test.skill_under_test import SkillUnderTest
from tests.ask_cli.cli import Cli
from tests.ask_cli.watched import Watched

NOW = datetime(2026, 11, 23, 15, tzinfo=UTC)


@pytest.fixture(scope="package")
def service() -> Service:
    """Case Compass in memory, on a Monday in November."""
    endpoint, inside = open_own_skill(SKILL_ID, "memory")
    skill = SkillUnderTest(endpoint, MODELS, SKILL_ID, inside=inside)
    return Service(skill, read_manifest(PROJECT / "skill.json"), Clock(lambda: NOW))


@pytest.fixture(scope="package")
def app(service: Service) -> Flask:
    """The application; whoever watches it has to come before it is used."""
    return create_app(service)


@pytest.fixture(scope="package")
def watched(app: Flask) -> Watched:
    """The traffic of all tests."""
    return Watched(app)


@pytest.fixture(scope="package")
def address(app: Flask, watched: Watched) -> Iterator[str]:
    """Where the service is."""
    assert watched
    with running(app) as there:
        yield there


@pytest.fixture
def ask(address: str, watched: Watched, tmp_path: Path) -> Iterator[Cli]:
    """The ASK CLI of somebody who was never there before; afterwards its traffic has been as specified."""
    del watched.complaints[:]
    cli = Cli(address, tmp_path, token=os.urandom(8).hex())
    yield cli
    assert watched.complaints == []
    assert cli.refused() == [], "it tried to reach something else"
