"""What every measure is told: how often to measure, and where the folder is that the programs run in."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from benchmarks import callgrind
from benchmarks.process import Spent, run
from benchmarks.task import Task
from simulator.envelope import SKILL_ID

ENVIRONMENT = {
    "CASE_COMPASS_SKILL_ID": SKILL_ID,
    # Lambda names the function; it is how the skill knows that it runs there, with its logs and figures.
    "AWS_LAMBDA_FUNCTION_NAME": "case-compass",
    "AWS_ACCESS_KEY_ID": "none",
    "AWS_SECRET_ACCESS_KEY": "none",
    "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_EC2_METADATA_DISABLED": "true",
    "NO_PROXY": "127.0.0.1,localhost",
}
"""All that a program finds in its environment, but for its path."""


class Bench:
    """``pairs`` of times, and ``repeats`` of counting instructions (none where valgrind is missing)."""

    def __init__(self, scratch: Path, *, pairs: int, repeats: int = 1, quick: bool = False) -> None:
        self.scratch = scratch
        self.pairs = pairs
        self.quick = quick
        self.repeats = repeats if callgrind.available() else 0

    @cached_property
    def task(self) -> Task:
        """The folder as Lambda unpacks it, laid out when somebody first needs it."""
        task = Task(self.scratch)
        task.lay_out()
        return task

    def environment(self, more: Mapping[str, str], *folders: Path) -> dict[str, str]:
        """The environment of a program, whose path is these folders and then the task's."""
        path = ":".join(str(folder) for folder in (*folders, self.task.folder))
        return {**ENVIRONMENT, "PYTHONPATH": path, **more}

    def command(self, program: str, *arguments: object) -> list[str]:
        """The command that runs one of benchmarks/programs in the task's folder."""
        file = self.task.folder / "benchmarks" / "programs" / program
        return [self.task.python, "-P", str(file), *map(str, arguments)]

    def run(self, command: list[str], environment: Mapping[str, str]) -> Spent:
        """Run it to its end."""
        return run(command, environment)[0]

    def save(self, name: str, content: Any) -> Path:
        """A file with this as JSON."""
        path = self.scratch / name
        path.write_text(json.dumps(content), encoding="utf-8")
        return path
