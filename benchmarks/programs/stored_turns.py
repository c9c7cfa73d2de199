"""What a turn has to do with a store, and nothing else: ``stored_turns.py SIDE WHERE PLAN TURNS RESULT``.

Sides: ``sqlite`` (WHERE is a file) and ``dynamodb`` (an endpoint) are ours, ``stock`` is the SDK's own adapter on
DynamoDB. A turn loads the record, reads it, writes it and saves it, for one person. The plan is a JSON file with the
record, of about two kilobytes. RESULT gets the milliseconds of wall and processor for one turn.
"""

import json
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from time import perf_counter, process_time
from typing import Any

NOW = datetime(2026, 11, 23, 15, 0, tzinfo=UTC)
PERSON = "amzn1.ask.account.BENCH"
TABLE, STOCK_TABLE = "cases", "stock"
WARMING = 5
THOUSAND = 1000


def ours(store: Any, record: Any) -> Callable[[], None]:
    """A turn on one of the skill's stores."""

    def turn() -> None:
        stored = store.load(PERSON, now=NOW)
        read = json.loads(stored.record) if stored else record
        text = json.dumps(read, ensure_ascii=False)
        store.save(PERSON, text, based_on=stored.revision if stored else None, now=NOW)

    return turn


def stock(endpoint: str, record: Any) -> Callable[[], None]:
    """A turn on the SDK's adapter, which is given and gives the attributes as a dictionary."""
    import boto3
    from ask_sdk_core.serialize import DefaultSerializer
    from ask_sdk_dynamodb.adapter import DynamoDbAdapter
    from ask_sdk_model import RequestEnvelope

    resource = boto3.resource("dynamodb", endpoint_url=endpoint)
    adapter = DynamoDbAdapter(STOCK_TABLE, partition_key_name="id", dynamodb_resource=resource)
    application = {"applicationId": "amzn1.ask.skill.BENCH"}
    system = {"user": {"userId": PERSON}, "application": application}
    text = json.dumps({"version": "1.0", "context": {"System": system}})
    envelope = DefaultSerializer().deserialize(text, RequestEnvelope)

    def turn() -> None:
        attributes = adapter.get_attributes(envelope)
        adapter.save_attributes(envelope, attributes or record)

    return turn


def made(side: str, where: str, record: Any) -> Callable[[], None]:
    """The turn of a side."""
    if side == "stock":
        return stock(where, record)
    if side == "sqlite":
        from skill.storage.sqlite import SqliteStore

        return ours(SqliteStore(where), record)
    from skill.storage.dynamodb import DynamoDbStore

    return ours(DynamoDbStore(TABLE, endpoint_url=where), record)


def main(side: str, where: str, plan: str, turns: str, result: str) -> None:
    """Take the turns and write what one took."""
    with open(plan, encoding="utf-8") as file:  # noqa: PTH123 - as in cold.py
        turn = made(side, where, json.load(file))
    for _ in range(WARMING):
        turn()
    wall, cpu = perf_counter(), process_time()
    for _ in range(int(turns)):
        turn()
    wall, cpu = perf_counter() - wall, process_time() - cpu
    each = THOUSAND / int(turns)
    with open(result, "w", encoding="ascii") as file:  # noqa: PTH123
        json.dump({"wall_ms": wall * each, "cpu_ms": cpu * each}, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
