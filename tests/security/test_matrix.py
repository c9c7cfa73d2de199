"""Every hostile request is answered with 400 and nothing, for the reason that is the right one."""

import json

import pytest

from tests.security.cases import CASES
from tests.security.matrix import send
from tests.security.running import Running
from tests.security.surroundings import GOOD_PATH, World
from tests.web.broken import Request

MOST_SECONDS = 7.0
"""Alexa waits eight for an answer."""


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_request_is_refused_for_its_rule_and_nothing_else_is_fetched(
    name: str, here: World, server: Running
) -> None:
    case = CASES[name]
    became = send(case, here, server)
    assert (became.answered.status, became.answered.body) == (400, b"")
    assert became.answered.seconds < MOST_SECONDS
    assert [line for line in became.log if any(f"refused: {rule}:" in line for rule in case.rules)], became.log
    if case.fetches:
        assert became.fetched == [case.path]
        assert became.looked_up == ["s3.amazonaws.com:443"]
    else:
        assert set(became.fetched) <= {GOOD_PATH}


def test_a_genuine_request_is_answered_before_and_after_all_that(here: World, server: Running) -> None:
    answered = server.post(Request(here.signer))
    assert answered.status == 200
    assert json.loads(answered.body)["response"]["outputSpeech"]["ssml"]


def test_no_name_but_the_bucket_s_was_ever_looked_up(here: World, server: Running) -> None:
    assert server.post(Request(here.signer)).status == 200
    assert set(here.looked_up) == {"s3.amazonaws.com:443"}


def test_the_log_names_no_header_and_no_body_of_a_refused_request(here: World, server: Running) -> None:
    request = Request(here.signer)
    request.headers["Signature-256"] = "c2VjcmV0IHdvcmRz"
    request.body = b'{"said": "a very private kettle"}'
    server.skip_log()
    assert server.post(request).status == 400
    [*lines] = server.log()
    assert lines
    assert not [line for line in lines if "kettle" in line or "c2VjcmV0" in line]
