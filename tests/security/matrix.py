"""Sending one case to one server, and telling what became of it."""

import time
from copy import copy
from typing import NamedTuple

from tests.security.bucket import with_body
from tests.security.cases import Case, prepared
from tests.security.running import Answered, Running
from tests.security.surroundings import GOOD_PATH, World

HOST = "https://s3.amazonaws.com"
TURNED_AWAY = "too many unknown ones were fetched lately"
MOST_TIMES = 20


class Became(NamedTuple):
    """What came back, the lines in the log, the paths that the bucket was asked for, the names looked up."""

    answered: Answered
    log: list[str]
    fetched: list[str]
    looked_up: list[str]


def send(case: Case, here: World, server: Running) -> Became:
    """What becomes of the case; one that is about the chain has a chain of its own, at an address of its own.

    Our server fetches from few unknown addresses a second: a case that it turned away for that is sent again.
    """
    signer = copy(here.signer)
    path = case.path if case.fetches else GOOD_PATH
    request = prepared(case, signer, HOST + path)
    if case.fetches:
        here.bucket.answers[path] = (case.served or with_body)(signer.chain)
    asked, looked_up = len(here.bucket.asked), len(here.looked_up)
    for _ in range(MOST_TIMES):
        server.skip_log()
        answered, log = server.post(request), server.log()
        if not any(TURNED_AWAY in line for line in log):
            break
        time.sleep(0.3)
    return Became(answered, log, here.bucket.asked[asked:], here.looked_up[looked_up:])
