"""Logs: one JSON object a line, which names its request, and never the message of an exception."""

import io
import json
import logging
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from skill.logs import in_request, log_as_json

WORDS = "words that nobody else may read"

_log = logging.getLogger("tests.logs")


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log_as_json(stream, "INFO")
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_a_line_has_time_level_logger_and_message(stream: io.StringIO) -> None:
    record = logging.makeLogRecord(
        {"name": "tests.logs", "levelname": "INFO", "levelno": 20, "msg": "%d", "args": (7,)}
    )
    record.created, record.msecs = 1795381694.0071, 7.1
    logging.getLogger().handle(record)
    assert lines(stream) == [
        {"time": "2026-11-22T21:08:14.007Z", "level": "INFO", "logger": "tests.logs", "message": "7"}
    ]


def test_a_line_names_the_request_that_it_belongs_to_and_no_other(stream: io.StringIO) -> None:
    with in_request("outer"):
        with in_request("inner"):
            _log.info("one")
        _log.info("two")
    _log.info("three")
    assert [line.get("request") for line in lines(stream)] == ["inner", "outer", None]


def test_requests_in_other_threads_do_not_mix(stream: io.StringIO) -> None:
    def tell(number: int) -> None:
        with in_request(f"request {number}"):
            for _ in range(20):
                _log.info(f"request {number}")

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(tell, range(8)))
    assert len(lines(stream)) == 160
    assert all(line["request"] == line["message"] for line in lines(stream))


def test_a_line_may_have_more_facts_which_never_replace_its_own(stream: io.StringIO) -> None:
    _log.info("answered", extra={"facts": {"status": 200, "level": "none"}})
    assert [(line["status"], line["level"]) for line in lines(stream)] == [(200, "INFO")]


def test_an_exception_is_told_by_kind_and_place_without_its_message(stream: io.StringIO) -> None:
    try:
        int(WORDS)
    except ValueError:
        _log.exception("it failed")
    [line] = lines(stream)
    assert line["error"].startswith("ValueError in test_an_exception_is_told_by_kind")
    assert WORDS not in stream.getvalue()


def test_line_breaks_in_a_message_make_no_second_line(stream: io.StringIO) -> None:
    _log.info("one\ntwo\r\u2028three")
    assert [line["message"] for line in lines(stream)] == ["one\ntwo\r\u2028three"]


def test_a_request_id_is_cut(stream: io.StringIO) -> None:
    with in_request("x" * 1000):
        _log.info("one")
    assert len(lines(stream)[0]["request"]) == 128


def test_what_is_below_the_level_is_not_written(stream: io.StringIO) -> None:
    _log.debug("one")
    assert stream.getvalue() == ""


def test_other_handlers_are_taken_off(stream: io.StringIO) -> None:
    again = io.StringIO()
    log_as_json(again, "WARNING")
    _log.info("one")
    _log.warning("two")
    assert stream.getvalue() == ""
    assert [line["message"] for line in lines(again)] == ["two"]


def test_a_line_that_cannot_be_written_is_no_error_and_comes_out_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    log_as_json(stream, "INFO")
    try:
        _log.info("%d", WORDS)
        stream.close()
        _log.info(WORDS)
    finally:
        root.handlers[:] = handlers
        root.setLevel(level)
    assert capsys.readouterr() == ("", "")


def test_logs_load_nothing_heavy() -> None:
    code = "import sys, skill.logs; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=30)
    assert not {"logging.config", "socket", "urllib.request", "ask_sdk_core", "dataclasses"} & set(ran.stdout.split())
