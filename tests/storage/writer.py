"""A process that writes, to run beside others or to be killed.

    python -m tests.storage.writer sqlite PATH count
    python -m tests.storage.writer dynamodb TABLE 3

``count`` writes 1, 2, 3 and so on for ever, going on from what is kept, and prints each number once it is written. A
number is the name of one of several writers, which adds its turns and ends.
"""

import sys

from skill.conversation.ports import Memory
from skill.storage.dynamodb import DynamoDbStore
from skill.storage.sqlite import SqliteStore
from tests.storage.promises import NOW, PERSON, add_turns

PATIENCE_SECONDS = 30


def open_store(kind: str, place: str) -> SqliteStore | DynamoDbStore:
    """The store of one kind at a path or in a table."""
    store = SqliteStore if kind == "sqlite" else DynamoDbStore
    return store(place, timeout_seconds=PATIENCE_SECONDS)


def count(store: Memory) -> None:
    """Write for ever."""
    while True:
        kept = store.load(PERSON, now=NOW)
        number = kept.revision + 1 if kept else 1
        record = f"{kept.record if kept else ''} {number}"
        store.save(PERSON, record, based_on=kept.revision if kept else None, now=NOW)
        sys.stdout.write(f"{number}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    opened = open_store(*sys.argv[1:3])
    if sys.argv[3] == "count":
        count(opened)
    add_turns(opened, int(sys.argv[3]))
    opened.close()
