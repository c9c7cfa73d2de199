"""(e) A stored turn: the record loaded and saved, on our stores and on the SDK's own adapter.

DynamoDB is Amazon's DynamoDB Local on this machine, without TLS for either side. Only the processor's time of our own
process counts, and its instructions: how long the real service takes cannot be measured here.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass

from benchmarks import callgrind
from benchmarks.bench import ENVIRONMENT, Bench
from benchmarks.interleave import interleaved
from benchmarks.row import Row, Target, compared
from benchmarks.turns import Turn
from tests.storage.dynamodb_local import FOLDER, DynamoDbLocal

MEASURE = "e stored turn"
STOCK = "ask_sdk_dynamodb's adapter"
TARGETS = {"ours, SQLite": Target(0.05), "ours, DynamoDB": Target(0.2)}
MISSING = "DynamoDB Local is missing: run tools/install_dynamodb.sh"
TABLES = {"cases": "person", "stock": "id"}
"""The tables and their keys: benchmarks/programs/stored_turns.py names them too."""
TURNS, QUICK_TURNS, COUNTED_TURNS = 300, 30, 10


@dataclass(frozen=True)
class StoredTurns:
    """A side: what the program calls it, and where its store is."""

    bench: Bench
    side: str
    where: str

    def run(self) -> Turn:
        """A process with many turns; what one of them took."""
        self.bench.run(self._command(QUICK_TURNS if self.bench.quick else TURNS), self._environment())
        took = json.loads((self.bench.scratch / "stored").read_text(encoding="ascii"))
        return Turn(took["wall_ms"], took["cpu_ms"])

    def instructions(self) -> float:
        """Millions of instructions of one turn."""
        once, twice = (
            callgrind.instructions(self._command(turns), self._environment(), self.bench.repeats)
            for turns in (COUNTED_TURNS, 2 * COUNTED_TURNS)
        )
        return (twice - once) / COUNTED_TURNS

    def _environment(self) -> dict[str, str]:
        return self.bench.environment({})

    def _command(self, turns: int) -> list[str]:
        plan = self.bench.save("record.json", record())
        result = self.bench.scratch / "stored"
        return self.bench.command("stored_turns.py", self.side, self.where, plan, turns, result)


def record() -> dict[str, object]:
    """A record of two kilobytes, which is one of several cases."""
    cases = [
        {"number": number, "model": "lost_package", "version": 2, "answers": {"item": f"thing {number}"} | _ANSWERS}
        for number in range(10)
    ]
    return {"version": 2, "turns": 30, "active": 0, "loose": {}, "cases": cases}


_ANSWERS = {"ordered": "2026-11-17", "status": "stuck", "tried": "yes", "sold_by": "amazon", "urgent": "yes"}


def measure(bench: Bench) -> list[Row]:
    """A row for either of our stores; without DynamoDB Local there is nothing to compare with."""
    if not (FOLDER / "DynamoDBLocal.jar").is_file():
        return [Row(MEASURE, what, STOCK, missing=MISSING) for what in TARGETS]
    server = DynamoDbLocal()
    try:
        _make_tables(server.endpoint_url)
        sides = {
            "ours, SQLite": StoredTurns(bench, "sqlite", str(bench.scratch / "records.sqlite")),
            "ours, DynamoDB": StoredTurns(bench, "dynamodb", server.endpoint_url),
            STOCK: StoredTurns(bench, "stock", server.endpoint_url),
        }
        return _rows(sides, bench)
    finally:
        server.kill()


def _rows(sides: Mapping[str, StoredTurns], bench: Bench) -> list[Row]:
    took = interleaved({name: side.run for name, side in sides.items()}, bench.pairs)
    counted = {name: side.instructions() for name, side in sides.items()} if bench.repeats else {}
    rows = []
    for what, target in TARGETS.items():
        ours, theirs = ([one.cpu_ms for one in took[name]] for name in (what, STOCK))
        both = (counted[what], counted[STOCK]) if counted else None
        rows.append(compared(MEASURE, (what, STOCK), "ms of CPU", ours, theirs, instructions=both, target=target))
    return rows


def _make_tables(endpoint_url: str) -> None:
    os.environ.update(ENVIRONMENT)
    import boto3

    client = boto3.client("dynamodb", endpoint_url=endpoint_url)
    for table, key in TABLES.items():
        client.create_table(
            TableName=table,
            KeySchema=[{"AttributeName": key, "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": key, "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
    client.close()
