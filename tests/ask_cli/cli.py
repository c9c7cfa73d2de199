"""The ASK CLI as a command that a test runs."""

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from simulator.envelope import SKILL_ID
from tools.ask_home import ASK, environment, make_home

PATIENCE = 60
"""Seconds that one command may take on a busy machine; it takes two."""


class Cli:
    """Somebody's ASK CLI, in a folder where it may write."""

    def __init__(self, address: str, folder: Path, token: str) -> None:
        self.folder = folder
        self.environment = environment(make_home(folder / "home", token), address, folder / "refused")

    def __call__(self, *arguments: str | Path) -> str:
        """What a command prints; it must succeed."""
        done = self.run(*arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run(self, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
        """A command that has ended."""
        command = [str(ASK), *map(str, arguments)]
        return subprocess.run(
            command,
            env=self.environment,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    def smapi(self, command: str, *arguments: str | Path) -> Any:
        """The JSON that `ask smapi` prints about our skill; a text when it prints none."""
        printed = self("smapi", command, "--skill-id", SKILL_ID, *arguments)
        return json.loads(printed) if printed.lstrip().startswith(("{", "[")) else printed

    def refused(self) -> Sequence[str]:
        """What it tried to reach besides the service."""
        file = self.folder / "refused"
        return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
