"""What the SQLite store adds to the promises: a file that lasts, is private, is shared, and may be broken."""

import os
import sqlite3
import stat
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable, WriteConflict
from skill.storage.sqlite import SqliteStore
from tests.storage.conftest import SqliteOpener
from tests.storage.old_release import write_old_file
from tests.storage.promises import NOW, OTHER, PERSON, TURNS, WRITERS, add_turns

WORDS = "words that nobody else may read"


def damage(path: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement, values)


def test_a_record_survives_reopening(path: Path) -> None:
    first = SqliteStore(path)
    first.save(PERSON, "kept", based_on=None, now=NOW)
    first.close()
    second = SqliteStore(path)
    assert second.load(PERSON, now=NOW) == Stored("kept", 1)
    second.close()


def test_a_closed_store_opens_again_when_it_is_used(opened: SqliteOpener) -> None:
    store = opened()
    store.save(PERSON, "kept", based_on=None, now=NOW)
    store.close()
    store.close()
    assert store.load(PERSON, now=NOW) == Stored("kept", 1)


def test_nothing_is_opened_before_the_first_use(path: Path, opened: SqliteOpener) -> None:
    opened()
    assert not path.parent.exists()


def test_only_the_owner_may_read_what_is_kept(path: Path, opened: SqliteOpener) -> None:
    opened().save(PERSON, "kept", based_on=None, now=NOW)
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"records.sqlite": 0o600, "records.sqlite-wal": 0o600, "records.sqlite-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_a_save_is_on_the_disk_before_it_is_answered(opened: SqliteOpener) -> None:
    store = opened()
    store.save(PERSON, "kept", based_on=None, now=NOW)
    assert store._connection is not None
    assert store._connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert store._connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_two_stores_share_one_file(opened: SqliteOpener) -> None:
    one, other = opened(), opened()
    one.save(PERSON, "by one", based_on=None, now=NOW)
    assert other.save(PERSON, "by the other", based_on=1, now=NOW) == 2
    with pytest.raises(WriteConflict):
        one.save(PERSON, "by one again", based_on=1, now=NOW)
    assert one.load(PERSON, now=NOW) == Stored("by the other", 2)


def test_stores_that_open_and_write_one_file_together_lose_nothing(opened: SqliteOpener) -> None:
    stores = [opened() for _ in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(add_turns, stores, range(WRITERS)))
    kept = stores[0].load(PERSON, now=NOW)
    assert kept is not None
    assert kept.revision == len(kept.record.split()) == WRITERS * TURNS


def test_a_file_that_another_process_holds_is_given_up_in_time(path: Path, opened: SqliteOpener) -> None:
    store = opened(timeout_seconds=0.05)
    store.save(PERSON, "kept", based_on=None, now=NOW)
    began = time.monotonic()
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="SQLITE_BUSY"):
            store.save(PERSON, WORDS, based_on=1, now=NOW)
        assert store.load(PERSON, now=NOW) == Stored("kept", 1)
        assert time.monotonic() - began < 2
        holder.execute("ROLLBACK")
    assert store.save(PERSON, "later", based_on=1, now=NOW) == 2


def test_a_thread_that_holds_the_store_is_not_waited_for_without_end(opened: SqliteOpener) -> None:
    store = opened(timeout_seconds=0.05)
    began = time.monotonic()
    with store._lock, pytest.raises(StoreUnavailable, match="other threads"):
        store.load(PERSON, now=NOW)
    assert time.monotonic() - began < 2


def test_a_file_that_is_no_database_is_unavailable_and_kept(path: Path, opened: SqliteOpener) -> None:
    path.parent.mkdir()
    path.write_text(WORDS * 100)
    store = opened()
    with pytest.raises(StoreUnavailable, match="SQLITE_NOTADB"):
        store.load(PERSON, now=NOW)
    with pytest.raises(StoreUnavailable, match="move it away"):
        store.save(PERSON, "new", based_on=None, now=NOW)
    assert path.read_text() == WORDS * 100


def test_a_store_works_again_when_a_whole_file_is_put_back(path: Path, opened: SqliteOpener) -> None:
    path.parent.mkdir()
    path.write_text("broken " * 1000)
    store = opened()
    with pytest.raises(StoreUnavailable):
        store.load(PERSON, now=NOW)
    path.unlink()
    assert store.save(PERSON, "new", based_on=None, now=NOW) == 1


def test_a_database_with_torn_pages_is_unavailable(path: Path, opened: SqliteOpener) -> None:
    store = opened()
    for number in range(50):
        store.save(f"{PERSON}{number}", WORDS * 50, based_on=None, now=NOW)
    store.close()
    whole = path.read_bytes()
    path.write_bytes(whole[:4096] + b"\xff" * (len(whole) - 4096))
    with pytest.raises(StoreUnavailable, match="SQLITE_CORRUPT") as unavailable:
        store.load(f"{PERSON}7", now=NOW)
    assert WORDS not in str(unavailable.value)
    path.rename(f"{path}.damaged")
    path.write_bytes(whole)
    assert store.load(f"{PERSON}7", now=NOW) == Stored(WORDS * 50, 1)


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE records SET record = x'00ff'",
        "UPDATE records SET revision = 'many'",
        "UPDATE records SET record = CAST(CAST(record AS BLOB) || x'ff' AS TEXT)",
        "DROP TABLE records",
        "ALTER TABLE records RENAME COLUMN revision TO other",
    ],
)
def test_a_row_that_we_did_not_write_is_unavailable_and_not_quoted(
    path: Path, opened: SqliteOpener, change: str
) -> None:
    store = opened()
    store.save(PERSON, WORDS, based_on=None, now=NOW)
    damage(path, change)
    with pytest.raises(StoreUnavailable) as unavailable:
        store.load(PERSON, now=NOW)
    assert WORDS not in str(unavailable.value)
    assert PERSON not in str(unavailable.value)
    assert unavailable.value.__cause__ is None


def test_half_a_letter_is_refused_and_the_store_goes_on(opened: SqliteOpener) -> None:
    store = opened()
    with pytest.raises(StoreUnavailable):
        store.save(PERSON, "\ud800", based_on=None, now=NOW)
    assert store.save(PERSON, "whole", based_on=None, now=NOW) == 1


def test_a_folder_that_cannot_be_made_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("")
    store = SqliteStore(tmp_path / "a file" / "records.sqlite")
    with pytest.raises(StoreUnavailable, match="may read and write"):
        store.load(PERSON, now=NOW)


def test_a_folder_in_place_of_the_file_is_unavailable(path: Path, opened: SqliteOpener) -> None:
    path.mkdir(parents=True)
    with pytest.raises(StoreUnavailable, match="SQLITE_CANTOPEN"):
        opened().load(PERSON, now=NOW)


@pytest.fixture(params=["this release", "the previous release"])
def read_only_disk(request: pytest.FixtureRequest) -> Iterator[Path]:
    """A folder where this process may read and not write, with one record at revision 3 in it."""
    with TemporaryDirectory() as name:
        file = Path(name) / "records.sqlite"
        write_old_file(file, {PERSON: "kept"})
        if request.param == "this release":
            store = SqliteStore(file)
            store.forget(OTHER)
            store.close()
        file.chmod(0o444)
        file.parent.chmod(0o555)
        user = os.geteuid()
        if user == 0:
            # The superuser may write anywhere, and would prove nothing.
            os.seteuid(65534)
        yield file
        os.seteuid(user)
        file.parent.chmod(0o755)


def test_a_read_only_disk_can_be_read_and_refuses_to_be_written(read_only_disk: Path) -> None:
    store = SqliteStore(read_only_disk)
    assert store.load(OTHER, now=NOW) is None
    with pytest.raises(StoreUnavailable, match="SQLITE_READONLY"):
        store.save(PERSON, "new", based_on=3, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("kept", 3)
    with pytest.raises(StoreUnavailable, match="is read-only"):
        store.forget(PERSON)
    assert store.load(PERSON, now=NOW) == Stored("kept", 3)
    store.close()
