"""One package and one deployment for all tests that only look; all traffic is held against Amazon's specification."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from botocore.session import Session
from flask import Flask

from simulator.smapi.app import create_app
from simulator.smapi.service import Service
from tests.ask_cli.watched import Watched
from tools import deploy as deploying
from tools import deploy_offline
from tools.ask_home import ROOT
from tools.deploy_choices import Choices
from tools.deploy_folder import Code
from tools.deploy_offline import Offline, offline
from tools.deploy_states import State, read_state
from tools.package import build
from tools.package_bytecode import runtime

REGION = "eu-west-1"


class Trial:
    """A place to deploy to, and what was asked there. ``complaints`` says what Amazon's specification forbids."""

    def __init__(self, place: Offline, watched: Watched, folder: Path) -> None:
        self.place = place
        self.service = place.service
        self.folder = folder
        self._watched = watched

    def deploy(self, choices: Choices, project: Path = ROOT) -> State:
        """Deploy for real; raises DeployImpossible when the ASK CLI fails."""
        before = read_state(self.place.states, "default")
        return deploying.deploy(project, self.folder, before, choices, self.place.environment)

    @property
    def calls(self) -> list[str]:
        """What was called, such as ``POST /v1/skills/uploads``."""
        return self._watched.calls

    @property
    def complaints(self) -> list[str]:
        """All but those of the upload, which at Amazon too goes to another place."""
        return [complaint for complaint in self._watched.complaints if not complaint.startswith("PUT /uploads/")]

    @property
    def refused(self) -> bool:
        """Whether the ASK CLI tried to reach anything else."""
        return Path(self.place.environment["REFUSED_CONNECTIONS"]).exists()

    def aws(self, service: str) -> Any:
        """A client of the pretended AWS."""
        return Session().create_client(
            service,
            region_name=REGION,
            endpoint_url=self.place.aws,
            aws_access_key_id="offline",
            aws_secret_access_key="offline",
        )


class Deployed(NamedTuple):
    """What was deployed, and where."""

    trial: Trial
    state: State
    code: Code


@pytest.fixture(scope="package")
def code(tmp_path_factory: pytest.TempPathFactory) -> Code:
    """The package for the function."""
    return Code(build("arm64", tmp_path_factory.mktemp("package")).folder, runtime())


@contextmanager
def trial(folder: Path, code: Code) -> Iterator[Trial]:
    """A SMAPI and an AWS that know nothing yet."""
    watched: list[Watched] = []

    def watching(service: Service) -> Flask:
        app = create_app(service)
        watched.append(Watched(app))
        return app

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(deploy_offline, "create_app", watching)
        patch.setattr(deploying, "_code", lambda _choices: code)
        with offline() as place:
            yield Trial(place, watched[0], folder)


@pytest.fixture
def nowhere(tmp_path: Path, code: Code) -> Iterator[Trial]:
    """A place of one's own."""
    with trial(tmp_path / "case-compass", code) as place:
        yield place


@pytest.fixture(scope="package")
def deployed(tmp_path_factory: pytest.TempPathFactory, code: Code) -> Iterator[Deployed]:
    """Case Compass on Lambda, deployed once; who looks at it leaves it as it is."""
    with trial(tmp_path_factory.mktemp("deploy") / "case-compass", code) as place:
        yield Deployed(place, place.deploy(Choices(region=REGION)), code)
