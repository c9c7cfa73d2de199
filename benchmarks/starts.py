"""The sides of a cold start: ours with each store, and the SDK's hello world with either builder."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks import callgrind
from benchmarks.bench import Bench
from benchmarks.dynamodb_stub import dynamodb_stub
from benchmarks.envelopes import intent, launch, show, speaker
from benchmarks.process import ProgramFailed, Spent
from benchmarks.task import ROOT, STANDARD, has

HELLO, STANDARD_HELLO = "hello world", "StandardSkillBuilder's hello world"
MEMORY, SQLITE, DYNAMODB = "ours, memory", "ours, SQLite file", "ours, DynamoDB over TLS"
OUR_MODULE = "lambda_function"
STANDARD_MISSING = f"{STANDARD} is not installed"
FIRST_TURNS = {"launch": "first turn a launch", "intent": "first turn an intent"}


@dataclass(frozen=True)
class Start:
    """One side: the module with its handler, and what its environment has besides.

    ``before`` is done for each run; ``first`` is imported first; ``folders`` come first on the path.
    """

    bench: Bench
    module: str
    event: Path
    more: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[], object] = lambda: None
    first: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()

    def run(self) -> Spent:
        """A whole process. Raises ``ProgramFailed`` when our skill did not take the turn, but apologised."""
        self.before()
        spent = self.bench.run(self._command(), self._environment())
        if self.module == OUR_MODULE and not self._told()["answer"]["sessionAttributes"].get("turn"):
            raise ProgramFailed("our skill failed in its first turn, so that there is nothing to compare")
        return spent

    def peak_megabytes(self) -> float:
        """The most memory that a whole process has."""
        self.run()
        peak: int = self._told()["peak_kb"]
        return peak / 1024

    def instructions(self) -> float:
        """Millions of instructions of a whole process."""
        return callgrind.instructions(self._command(), self._environment(), self.bench.repeats, self.before)

    def _told(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self._result.read_text(encoding="ascii"))
        return told

    @property
    def _result(self) -> Path:
        return self.bench.scratch / "peak"

    def _environment(self) -> dict[str, str]:
        return self.bench.environment(self.more, *self.folders)

    def _command(self) -> list[str]:
        return self.bench.command("cold.py", self.module, self.event, self._result, *self.first)


@contextmanager
def starts(bench: Bench, first_turn: str) -> Iterator[dict[str, Start]]:
    """All sides that can run here, by name; the server in DynamoDB's place runs meanwhile."""
    event = bench.save(f"{first_turn}.json", _event(first_turn))
    with ExitStack() as ends:
        where = ends.enter_context(dynamodb_stub(bench.scratch / f"dynamodb-{first_turn}", _amazons_roots()))
        ours = {
            MEMORY: Start(bench, OUR_MODULE, event, {"CASE_COMPASS_STORE": "memory"}),
            SQLITE: _with_file(bench, event),
            DYNAMODB: Start(bench, OUR_MODULE, event, {"CASE_COMPASS_STORE": "dynamodb:cases", **where}),
        }
        hellos = {HELLO: Start(bench, "benchmarks.programs.hello", event)}
        if has(STANDARD):
            hellos[STANDARD_HELLO] = Start(bench, "benchmarks.programs.standard_hello", event)
        yield ours | hellos


def _event(first_turn: str) -> dict[str, object]:
    if first_turn == "launch":
        return launch(speaker())
    return intent(show(), "LostPackageIntent", item="kettle", status="stuck", sold_by="amazon")


def _with_file(bench: Bench, event: Path) -> Start:
    """A start that finds a file with its table, as all but the first one do, and nobody in it."""
    kept, used = bench.scratch / "kept.sqlite", bench.scratch / "cases.sqlite"
    more = {"CASE_COMPASS_STORE": f"sqlite:{used}"}
    Start(bench, OUR_MODULE, event, more).run()
    with sqlite3.connect(used) as file:
        (table,) = file.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchone()
        file.execute(f"DELETE FROM {table}")  # noqa: S608 - the name that SQLite gave
    file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    file.close()
    shutil.copyfile(used, kept)

    def before() -> None:
        for rest in bench.scratch.glob("cases.sqlite-*"):
            rest.unlink()
        shutil.copyfile(kept, used)

    return Start(bench, OUR_MODULE, event, more, before)


def _amazons_roots() -> bytes:
    """The certificates that the skill reads to reach the real DynamoDB."""
    return b"".join(path.read_bytes() for path in sorted((ROOT / "skill" / "storage").rglob("*.pem")))
