"""News over a real connection: every page hears of every turn, wherever it comes from."""

import time
from datetime import UTC, datetime, timedelta
from threading import Event, Thread

import pytest

from simulator.page import bulletin, event_stream
from simulator.page.bulletin import MOST_BEHIND, Bulletin, News
from simulator.services.permissions import REMINDERS
from simulator.services.reminder_list import Reminder
from tests.page.stages import client_of, events, opened, own_skill, page_of, post, stage_of, tea_skill
from tests.simulator.tea import Json, Skill, ask


def test_a_line_of_the_console_is_seen_by_every_page_that_watches() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    with page_of(stage) as page, opened(page, "/api/events") as first, opened(page, "/api/events") as second:
        for watching in (first, second):
            assert [kind for kind, _ in events(watching, 1)] == ["world"]
        page.talk.line("open tea corner")
        for watching in (first, second):
            (turn, told), (world, seen) = events(watching, 2)
            assert (turn, told["utterance"], told["number"]) == ("turn", "open tea corner", 0)
            assert (world, seen["device"]["open"], seen["turns"]) == ("world", True, 1)


def test_who_comes_back_is_told_the_turns_that_they_missed() -> None:
    stage = stage_of(tea_skill(Skill(ask())))
    with page_of(stage) as page:
        for line in ("open tea corner", "i want sencha", ":silence"):
            page.talk.line(line)
        with opened(page, "/api/events", {"Last-Event-ID": "0"}) as stream:
            assert stream.headers["Content-Type"] == "text/event-stream; charset=utf-8"
            told = events(stream, 3)
        with opened(page, "/api/events?since=2") as stream:
            assert [data["utterance"] for kind, data in events(stream, 1)] == [":silence"]
    assert [data.get("utterance") for _, data in told] == ["i want sencha", ":silence", None]


def test_a_quiet_stream_says_that_it_is_still_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(event_stream, "KEEP_ALIVE", 0.05)
    with page_of(stage_of(tea_skill(Skill(ask())))) as page, opened(page, "/api/events") as stream:
        events(stream, 1)
        assert stream.readline() == b"\n"
        assert stream.readline() == b": still here\n"


def test_a_reminder_rings_by_itself_when_its_time_has_come() -> None:
    began = datetime.now(UTC)
    stage = stage_of(tea_skill(Skill(ask())), clock=lambda: datetime.now(UTC))
    account = stage.talk.device.account
    account.permissions.set(REMINDERS, "GRANTED")
    account.reminders.put(Reminder("t", began + timedelta(seconds=1), "Drink the tea", {}, began, began))
    with page_of(stage) as page, opened(page, "/api/events") as stream:
        (_, before), (kind, rang), (_, after) = events(stream, 3)
        turn = page.talk.line("open tea corner")
    assert (kind, rang["text"], rang["spoken"]) == ("rang", "Drink the tea", "Here's your reminder: Drink the tea")
    assert ([one["text"] for one in before["reminders"]], after["reminders"]) == (["Drink the tea"], [])
    assert turn.rang == ()


def test_time_alone_is_no_news() -> None:
    stage = stage_of(own_skill(), clock=lambda: datetime.now(UTC))
    first, second = stage.live.world(), stage.live.world()
    assert first["clock"] != second["clock"]
    assert first["revision"] == second["revision"]


def test_who_reads_too_slowly_is_left_behind_and_nobody_waits_for_them() -> None:
    board = Bulletin()
    slow, quick = board.join(), board.join()
    for number in range(MOST_BEHIND + 1):
        board.tell(News("turn", {"number": number}))
        assert quick.next(1)
    assert (slow.lost, quick.lost) == (True, False)


def test_only_so_many_watch_and_who_leaves_makes_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulletin, "MOST_WATCHERS", 1)
    with page_of(stage_of(tea_skill(Skill(ask())))) as page:
        with opened(page, "/api/events") as stream:
            events(stream, 1)
            with opened(page, "/api/events") as refused:
                assert refused.status == 503
        page.talk.line("open tea corner")
        for _ in range(50):
            page.talk.line(":silence")
            with opened(page, "/api/events") as again:
                if again.status == 200:
                    return
            time.sleep(0.05)
    raise AssertionError("there was never room again")


def test_the_world_is_seen_while_the_skill_takes_its_time(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, go_on = Event(), Event()

    def slow(_: Json) -> object:
        begun.set()
        assert go_on.wait(10)
        return ask()

    monkeypatch.setattr("simulator.page.live.A_MOMENT", 0.05)
    monkeypatch.setattr("simulator.page.app.PATIENCE", 0.05)
    stage = stage_of(tea_skill(Skill(slow)))
    client = client_of(stage)
    talking = Thread(target=lambda: stage.talk.line("open tea corner"))
    talking.start()
    assert begun.wait(10)
    assert stage.live.world()["turns"] == 0
    assert "nothing was said" in post(client, "/api/lines", {"line": "i want sencha"}, 503)["error"]["says"]
    go_on.set()
    talking.join(10)
    assert [turn["utterance"] for turn in stage.live.turns(0)] == ["open tea corner"]
    assert stage.live.world()["turns"] == 1
