"""Whatever is waited for is given up when its time is over."""

import subprocess
import sys
import time
from threading import Event, active_count, current_thread

import pytest

from skill.deadline import within

LONG_SECONDS = 30


def test_what_is_done_in_time_is_returned() -> None:
    assert within(LONG_SECONDS, lambda: "done") == "done"


def test_what_takes_too_long_is_given_up_on_time() -> None:
    release = Event()
    began = time.monotonic()
    with pytest.raises(TimeoutError):
        within(0.1, lambda: release.wait(LONG_SECONDS))
    assert 0.1 <= time.monotonic() - began < 2
    release.set()


def test_an_error_of_the_act_passes_through_as_it_is() -> None:
    wrong = KeyError("missing")

    def fail() -> None:
        raise wrong

    with pytest.raises(KeyError) as raised:
        within(LONG_SECONDS, fail)
    assert raised.value is wrong


@pytest.mark.parametrize("ending", [KeyboardInterrupt, SystemExit])
def test_even_an_ending_is_not_swallowed_nor_waited_for(ending: type[BaseException]) -> None:
    def end() -> None:
        raise ending

    with pytest.raises(ending):
        within(LONG_SECONDS, end)


def test_nothing_stays_behind_of_what_ended() -> None:
    before = active_count()
    acts = [within(LONG_SECONDS, current_thread) for _ in range(50)]
    for act in acts:
        act.join(LONG_SECONDS)
    assert active_count() == before


def test_an_error_after_the_time_is_over_disturbs_nobody() -> None:
    release, threads = Event(), []

    def fail_late() -> None:
        threads.append(current_thread())
        release.wait(LONG_SECONDS)
        raise ValueError("too late for anybody")

    with pytest.raises(TimeoutError):
        within(0.05, fail_late)
    release.set()
    threads[0].join(LONG_SECONDS)
    assert not threads[0].is_alive()


def test_a_process_ends_though_an_act_still_hangs() -> None:
    code = """
import time
from skill.deadline import within
try:
    within(0.05, lambda: time.sleep(600))
except TimeoutError:
    print("given up")
"""
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=LONG_SECONDS, check=True
    )
    assert ended.stdout == "given up\n"
