"""How long the worst turns take, with the real time-outs: ``python -m benchmarks.slow_turns``.

Servers of bare sockets stand in place of DynamoDB and of Alexa's services, and answer late or never. The turn is the
one with the most calls: an earlier reminder is moved. Alexa waits eight seconds for it, the way there and back and a
cold start included. Takes about a minute.
"""

import json
import os
import sqlite3
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from socket import socket
from threading import Event

from skill.conversation.ports import Memory
from skill.record import encode
from skill.storage.dynamodb import DynamoDbStore
from skill.storage.sqlite import SqliteStore
from tests.alexa.envelopes import PERSON
from tests.alexa.hung_servers import Answer, silent
from tests.faults.household import ASKED_TO_MOVE_IT, GOOD, NOW, YES, alexa, remembering, say
from tests.faults.test_hung_store import SAVED, found
from tests.storage.dynamodb_local import VARIABLES
from tests.storage.failing_server import Failure, drip, failing, say_nothing

LATE_SECONDS = 1.2
"""Just within the time-out of one try. A load is tried twice, within 2.5 seconds; so is no save."""
LATE_SERVICE_SECONDS = 1.4
"""Just within the time-out of Alexa's services, which is 1.5 seconds a call."""


def late(failure: Failure) -> Failure:
    """The same answer, as late as it may be."""

    def act(handler: BaseHTTPRequestHandler) -> None:
        time.sleep(LATE_SECONDS)
        failure(handler)

    return act


def late_service(answer: Answer) -> Answer:
    """The same answer, as late as it may be."""

    def act(line: socket, over: Event) -> None:
        time.sleep(LATE_SERVICE_SECONDS)
        answer(line, over)

    return act


QUICK_LOAD = found(ASKED_TO_MOVE_IT)
STORES: Mapping[str, tuple[Failure, ...]] = {
    "answers at once": (QUICK_LOAD, SAVED),
    "loads late, saves late": (late(QUICK_LOAD), late(SAVED)),
    "loads late at the second try, saves late": (say_nothing, late(QUICK_LOAD), late(SAVED)),
    "loads at once, saves a byte now and then": (QUICK_LOAD, drip),
    "loads late, saves a byte now and then": (late(QUICK_LOAD), drip),
    "loads late at the second try, saves a byte now and then": (say_nothing, late(QUICK_LOAD), drip),
    "loads late, saves once, and no more": (late(QUICK_LOAD), SAVED, drip),
    "never answers": (say_nothing,),
    "loads a byte now and then": (drip,),
}
SERVICES: Mapping[str, Mapping[str, Answer]] = {
    "answer at once": {},
    "answer late": {name: late_service(answer) for name, answer in GOOD.items()},
    "never answer": dict.fromkeys(GOOD, silent),
}


@contextmanager
def dynamodb(*failures: Failure) -> Iterator[Memory]:
    """A DynamoDB that fails like this."""
    with failing(*failures) as server, closing(DynamoDbStore("cases", endpoint_url=server.endpoint_url)) as store:
        yield store


@contextmanager
def sqlite(*, all_of_it: bool) -> Iterator[Memory]:
    """A file that another process writes to without end, or keeps for itself altogether."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as closes:
        path = Path(folder) / "records.sqlite"
        with closing(SqliteStore(path)) as store:
            store.save(PERSON, json.dumps(encode(ASKED_TO_MOVE_IT)), based_on=None, now=NOW)
        other = closes.enter_context(closing(sqlite3.connect(path, isolation_level=None)))
        if all_of_it:
            other.execute("PRAGMA locking_mode = EXCLUSIVE").close()
        other.execute("BEGIN IMMEDIATE").close()
        yield closes.enter_context(closing(SqliteStore(path)))


def measure(store_does: str, memory: Memory, services_do: str) -> None:
    """Print a line of the table."""
    with alexa(**SERVICES[services_do]) as her:
        assert her.server
        heard = say(YES, ASKED_TO_MOVE_IT, her.server.url, memory)
    said = ", ".join(act.key for act in heard.reply.acts)
    print(f"| {store_does} | {services_do} | {heard.seconds:.1f} | {said} |", flush=True)


def main() -> None:
    """Print the table."""
    os.environ.update(VARIABLES)
    print("| the store | Alexa's services | seconds | said |\n|---|---|---|---|")
    measure("is in memory", remembering(ASKED_TO_MOVE_IT), "answer at once")
    for does, failures in STORES.items():
        for services_do in SERVICES:
            with dynamodb(*failures) as store:
                measure(f"DynamoDB: {does}", store, services_do)
    for all_of_it in (False, True):
        for services_do in SERVICES:
            with sqlite(all_of_it=all_of_it) as store:
                measure(
                    f"SQLite: the file is {'locked' if all_of_it else 'written to without end'}", store, services_do
                )


if __name__ == "__main__":
    main()
