"""Who waits for whom in one file: readers for nobody, and writers for one wait of the disk, not one each."""

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage.group_commit import GroupCommit, Write
from skill.storage.sqlite import SqliteStore
from skill.storage.sqlite_file import open_file
from tests.storage.conftest import SqliteOpener
from tests.storage.promises import NOW, OTHER, PERSON, TURNS

THREADS = 20


@contextmanager
def file_held(path: Path) -> Iterator[None]:
    """Another process in the midst of writing, until the end of the block."""
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        yield
        holder.execute("ROLLBACK")


@contextmanager
def about_to_commit(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor, person: str = OTHER
) -> Iterator[Future[int]]:
    """A save for the person that has the store's connection and cannot go on, until the end of the block."""
    with file_held(path):
        written = save(threads, store, person)
        wait_until_waiting(store, 0)
        yield written


def waiting(store: SqliteStore) -> int:
    return len(store._group._waiting)


def wait_until_waiting(store: SqliteStore, writes: int) -> None:
    """Wait until somebody is about to commit and so many writes wait for the next time."""
    deadline = time.monotonic() + 10
    while not (store._lock.locked() and waiting(store) == writes):
        assert time.monotonic() < deadline
        time.sleep(0.001)


@pytest.fixture
def store(opened: SqliteOpener) -> SqliteStore:
    """A store with the person's record."""
    store = opened()
    store.save(PERSON, "kept", based_on=None, now=NOW)
    return store


@pytest.fixture
def threads() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(THREADS) as pool:
        yield pool


def save(threads: ThreadPoolExecutor, store: SqliteStore, person: str, record: str = "new") -> Future[int]:
    return threads.submit(store.save, person, record, based_on=None, now=NOW)


def test_who_reads_does_not_wait_for_who_writes(path: Path, store: SqliteStore, threads: ThreadPoolExecutor) -> None:
    with about_to_commit(path, store, threads) as written:
        assert [store.load(person, now=NOW) for person in (PERSON, OTHER)] == [Stored("kept", 1), None]
        assert not written.done()
    assert written.result() == 1
    assert store.load(OTHER, now=NOW) == Stored("new", 1)


def test_who_reads_meanwhile_sees_what_was_written_since_the_last_time(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor
) -> None:
    for revision in range(1, 4):
        with about_to_commit(path, store, threads, f"{OTHER}{revision}") as written:
            assert store.load(PERSON, now=NOW) == Stored("kept", revision)
        written.result()
        store.save(PERSON, "kept", based_on=revision, now=NOW)


def test_who_reads_meanwhile_reads_the_file_that_was_put_back(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor
) -> None:
    with about_to_commit(path, store, threads) as written:
        store.load(PERSON, now=NOW)
    written.result()
    with store._lock:
        store._drop()
    path.unlink()
    store.save(OTHER, "another file", based_on=None, now=NOW)
    with about_to_commit(path, store, threads, "somebody") as written:
        assert [store.load(person, now=NOW) for person in (PERSON, OTHER)] == [None, Stored("another file", 1)]
    written.result()


def test_what_is_to_be_written_meanwhile_is_committed_at_once(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor
) -> None:
    done: list[str] = []
    with about_to_commit(path, store, threads) as first:
        assert store._connection is not None
        store._connection.set_trace_callback(done.append)
        others = [save(threads, store, f"{PERSON}{number}", str(number)) for number in range(THREADS - 1)]
        wait_until_waiting(store, THREADS - 1)
    assert [written.result() for written in (first, *others)] == [1] * THREADS
    assert done.count("COMMIT") == 2
    found = [store.load(f"{PERSON}{number}", now=NOW) for number in range(THREADS - 1)]
    assert found == [Stored(str(number), 1) for number in range(THREADS - 1)]


def test_of_two_who_write_together_on_the_same_revision_one_is_told_of_the_conflict(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor
) -> None:
    with about_to_commit(path, store, threads) as first:
        both = [threads.submit(store.save, PERSON, word, based_on=1, now=NOW) for word in ("one", "other")]
        wait_until_waiting(store, 2)
    first.result()
    failures = [written.exception() for written in both]
    assert sorted(map(type, failures), key=str) == [type(None), WriteConflict]
    assert store.load(PERSON, now=NOW) == Stored("one" if failures[0] is None else "other", 2)


def test_what_cannot_be_written_takes_nobody_along(
    path: Path, store: SqliteStore, threads: ThreadPoolExecutor
) -> None:
    with about_to_commit(path, store, threads) as first:
        half_a_letter = save(threads, store, f"{PERSON}0", "\ud800")
        whole = save(threads, store, f"{PERSON}1", "whole")
        wait_until_waiting(store, 2)
    assert isinstance(half_a_letter.exception(), StoreUnavailable)
    assert [first.result(), whole.result()] == [1, 1]
    assert store.load(f"{PERSON}0", now=NOW) is None


def test_what_fails_for_all_is_told_to_all_and_the_next_is_written(path: Path, opened: SqliteOpener) -> None:
    store = opened(timeout_seconds=0.3)
    store.save(PERSON, "kept", based_on=None, now=NOW)
    with file_held(path), ThreadPoolExecutor(THREADS) as threads:
        written = [save(threads, store, f"{PERSON}{number}") for number in range(THREADS)]
        said = {str(one.exception()) for one in written}
    assert all("SQLITE_BUSY" in one or "other threads" in one for one in said), said
    assert waiting(store) == 0
    assert store.save(PERSON, "later", based_on=1, now=NOW) == 2
    assert [store.load(f"{PERSON}{number}", now=NOW) for number in range(THREADS)] == [None] * THREADS


class NoMemory(dict[str, object]):
    """Values that cannot be had."""

    def __getitem__(self, name: str) -> object:
        raise MemoryError


def test_when_something_unheard_of_happens_nobody_is_told_that_it_was_written(path: Path, store: SqliteStore) -> None:
    forget = "DELETE FROM records WHERE person = :person"
    group, first, second = GroupCommit(), Write((forget,), {"person": PERSON}), Write((forget,), NoMemory())
    group.add(first)
    group.add(second)
    with closing(open_file(path, time.monotonic() + 1)) as connection, pytest.raises(MemoryError):
        group.commit(connection, second, time.monotonic() + 1)
    assert [type(write.error) for write in (first, second)] == [MemoryError, MemoryError]
    assert store.load(PERSON, now=NOW) == Stored("kept", 1)


def test_who_gave_up_waiting_is_not_written_later(opened: SqliteOpener) -> None:
    store = opened(timeout_seconds=0.05)
    with store._lock, pytest.raises(StoreUnavailable, match="other threads"):
        store.save(PERSON, "given up", based_on=None, now=NOW)
    store.save(OTHER, "kept", based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW) is None


def test_who_writes_without_a_pause_lets_another_process_write_in_between(opened: SqliteOpener) -> None:
    busy, other = opened(), opened()
    busy.save(PERSON, "kept", based_on=None, now=NOW)
    over = Event()

    def write_on(number: int) -> int:
        revision = busy.save(f"{PERSON}{number}", "begun", based_on=None, now=NOW)
        while not over.is_set():
            revision = busy.save(f"{PERSON}{number}", "on and on", based_on=revision, now=NOW)
        return revision

    with ThreadPoolExecutor(4) as threads:
        writing = [threads.submit(write_on, number) for number in range(4)]
        revision = None
        try:
            for _ in range(TURNS):
                revision = other.save(OTHER, "now and then", based_on=revision, now=NOW)
        finally:
            over.set()
    assert revision == TURNS
    assert all(one.result() for one in writing)
