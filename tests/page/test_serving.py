"""The page as it is started: beside a console, alone as a program, on a port that is free."""

import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from simulator.errors import OptionWrong
from simulator.page.serve import beside
from simulator.page.shared_talk import SharedTalk
from tests.interruptible import interruptible
from tests.page.stages import client_of, get, page_of, say, stage_of, talk_of, tea_skill
from tests.simulator.tea import MODELS, Json, Skill, ask

PROJECT = Path(__file__).resolve().parents[2]
TEA = """
def handler(event, context):
    speech = {"type": "PlainText", "text": "Which tea?"}
    response = {"outputSpeech": speech, "reprompt": {"outputSpeech": speech}, "shouldEndSession": False}
    ended = event["request"]["type"] == "SessionEndedRequest"
    return {"version": "1.0", "response": {} if ended else response}
"""


def _talks(talk: SharedTalk) -> list[str]:
    return [talk.line(line).speech for line in ("open tea corner", ":silence")]


def test_a_console_and_a_page_have_the_same_talk() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    with page_of(stage) as page:
        client = client_of(stage)
        assert _talks(page.talk) == ["Which tea would you like?", "Green or black?"]
        say(client, ":device kitchen")
        assert page.talk.place.device == "kitchen"
        assert [turn["utterance"] for turn in get(client, "/api/turns")["turns"]][-1] == ":device kitchen"


def test_the_talk_goes_on_when_the_page_is_stopped() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    with page_of(stage) as page:
        pass
    assert page.talk.line("open tea corner").open


def test_all_lines_run_on_one_thread_so_that_a_skill_may_own_a_connection() -> None:
    threads: set[int] = set()

    def handler(_: Json, __: object) -> object:
        threads.add(threading.get_ident())
        return ask()

    stage = stage_of(tea_skill(handler))
    with page_of(stage) as page:
        page.talk.line("open tea corner")
        askers = [threading.Thread(target=say, args=(client_of(stage), "i want sencha")) for _ in range(5)]
        for asker in askers:
            asker.start()
        for asker in askers:
            asker.join(10)
    assert len(threads) == 1
    assert threads != {threading.get_ident()}
    assert [turn["number"] for turn in stage.live.turns(0)] == list(range(6))


def test_a_port_that_is_taken_gives_way_to_the_next_free_one() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        page = beside(*talk_of(tea_skill(Skill(ask()))), port)
        try:
            assert page.port != port
            assert page.url == f"http://127.0.0.1:{page.port}/"
        finally:
            page.stop()


def test_the_port_that_is_wanted_is_taken_when_it_is_free() -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    page = beside(*talk_of(tea_skill(Skill(ask()))), port)
    page.stop()
    assert page.port == port


def test_a_port_that_is_none_is_explained() -> None:
    with pytest.raises(OptionWrong, match="--port 70000"):
        beside(*talk_of(tea_skill(Skill(ask()))), 70_000)


@contextmanager
def _program(tmp_path: Path, *options: str) -> Iterator["tuple[subprocess.Popen[str], str]"]:
    handler = tmp_path / "tea_corner.py"
    handler.write_text(TEA, encoding="utf-8")
    command = [sys.executable, "-m", "simulator", "page", "--port", "0", "--models", str(MODELS)]
    command += ["--handler", f"{handler}:handler", *options]
    started = partial(subprocess.Popen, command, cwd=PROJECT, env=os.environ, text=True)
    with interruptible(), started(stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout
        try:
            yield program, program.stdout.readline().strip()
        finally:
            program.kill()


def test_the_program_says_first_where_the_page_is_and_serves_it_until_interrupted(tmp_path: Path) -> None:
    with _program(tmp_path, "--now", "2026-03-04T09:30:00Z") as (program, url):
        parts = urlsplit(url)
        assert parts.hostname == "127.0.0.1"
        connection = HTTPConnection("127.0.0.1", parts.port or 0, timeout=10)
        connection.request("POST", "/api/lines", '{"line": "open tea corner"}', {"Content-Type": "application/json"})
        with connection.getresponse() as answer:
            assert answer.status == 200
            assert b"Which tea?" in answer.read()
        connection.close()
        program.send_signal(signal.SIGINT)
        out, err = program.communicate(timeout=10)
    assert (out, err) == ("", "")
    assert program.returncode == 130
