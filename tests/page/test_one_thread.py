"""One thread for one thing after another."""

import threading
from threading import Event

import pytest

from simulator.page.errors import StillBusy
from simulator.page.one_thread import OneThread


def test_what_a_job_returns_or_raises_comes_to_whoever_waits() -> None:
    thread = OneThread("test")
    assert thread.run(lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        thread.run(lambda: 1 // 0)
    assert thread.run(threading.get_ident) != threading.get_ident()


def test_a_job_may_have_another_done_at_once() -> None:
    thread = OneThread("test")
    assert thread.run(lambda: thread.run(threading.get_ident)) == thread.run(threading.get_ident)


def test_who_waits_too_long_is_told_whether_it_has_begun() -> None:
    thread, begun, go_on, done = OneThread("test"), Event(), Event(), Event()

    def long() -> None:
        begun.set()
        go_on.wait(10)

    with pytest.raises(StillBusy) as at_it:
        thread.run(long, 0.05)
    assert begun.is_set()
    with pytest.raises(StillBusy) as behind_it:
        thread.run(done.set, 0.05)
    go_on.set()
    thread.run(lambda: None)
    assert (at_it.value.begun, behind_it.value.begun) == (True, False)
    assert not done.is_set()


def test_a_time_out_inside_a_job_is_its_own_error() -> None:
    def too_slow() -> None:
        raise TimeoutError("of the job's own")

    with pytest.raises(TimeoutError, match="of the job's own"):
        OneThread("test").run(too_slow, 1)
