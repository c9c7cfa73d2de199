"""SQLite files grow old: those of the previous release are taken over, and what expired in a file is removed."""

import sqlite3
import stat
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from skill.conversation.ports import KEPT_FOR, Stored
from skill.errors import WriteConflict
from skill.storage.sqlite import _PURGE
from tests.storage.conftest import SqliteOpener
from tests.storage.old_release import write_old_file
from tests.storage.promises import MINUTE, NOW, OTHER, PERSON, WRITERS, add_turns

WORDS = "words that nobody else may read"


def rows(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM records").fetchone()[0])


def test_a_file_of_the_previous_release_stays_as_private_as_it_was(path: Path, opened: SqliteOpener) -> None:
    write_old_file(path, {PERSON: "kept"})
    opened().save(PERSON, "kept again", based_on=3, now=NOW)
    assert {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()} == {0o600}
    assert len(list(path.parent.iterdir())) == 3


def test_a_file_of_the_previous_release_loses_nothing_when_many_open_it_at_once(
    path: Path, opened: SqliteOpener
) -> None:
    people = {f"{PERSON}{number}": f"record {number}" for number in range(300)}
    write_old_file(path, people)
    stores = [opened() for _ in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(add_turns, stores, range(WRITERS)))
    assert {person: stores[0].load(person, now=NOW) for person in people} == {
        person: Stored(record, 3) for person, record in people.items()
    }
    assert stores[0].save(f"{PERSON}7", "next", based_on=3, now=NOW) == 4


def test_a_record_of_the_previous_release_counts_from_when_it_was_written(path: Path, opened: SqliteOpener) -> None:
    write_old_file(path, {PERSON: "kept"}, at=NOW)
    store = opened()
    assert store.load(PERSON, now=NOW + KEPT_FOR) == Stored("kept", 3)
    assert store.load(PERSON, now=NOW + KEPT_FOR + MINUTE) is None


def test_a_save_removes_what_expired_a_part_at_a_time(path: Path, opened: SqliteOpener) -> None:
    write_old_file(path, {f"{PERSON}{number}": WORDS for number in range(150)}, at=NOW)
    later = NOW + KEPT_FOR + MINUTE
    store = opened()
    store.save(OTHER, "first", based_on=None, now=later)
    assert rows(path) == 51
    store.save(OTHER, "second", based_on=1, now=later)
    assert rows(path) == 1
    assert store.load(OTHER, now=later) == Stored("second", 2)


def test_what_expired_and_is_not_yet_removed_counts_as_gone(path: Path, opened: SqliteOpener) -> None:
    write_old_file(path, {f"{PERSON}{number}": WORDS for number in range(350)}, at=NOW)
    later = NOW + KEPT_FOR + MINUTE
    store = opened()
    with pytest.raises(WriteConflict):
        store.save(f"{PERSON}349", "next", based_on=3, now=later)
    assert store.save(f"{PERSON}348", "anew", based_on=None, now=later) == 1
    assert store.load(f"{PERSON}348", now=later + KEPT_FOR) == Stored("anew", 1)
    assert rows(path) > 100


def test_what_expired_is_found_without_reading_every_record(path: Path, opened: SqliteOpener) -> None:
    opened().save(PERSON, "kept", based_on=None, now=NOW)
    with closing(sqlite3.connect(path)) as connection:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {_PURGE}", {"oldest": "2100"}).fetchall()
    assert not any("SCAN records" in step[-1] and "INDEX" not in step[-1] for step in plan)
    assert any("records_by_age" in step[-1] for step in plan)
