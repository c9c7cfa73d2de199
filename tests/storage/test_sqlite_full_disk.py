"""A real disk that is full: what was kept stays, the failure is named, and room that is made is used at once."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from skill.conversation.ports import Stored
from skill.errors import StoreUnavailable
from skill.storage.sqlite import SqliteStore
from tests.storage.promises import NOW, PERSON

DISK_KILOBYTES, FILLING_KILOBYTES = 600, 200
RECORD = "words that nobody else may read " * 60


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, some of which is taken up by a file called ``filling``."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={DISK_KILOBYTES}k", "none", str(tmp_path)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("only who may mount a file system on Linux can make a disk that is full")
    (tmp_path / "filling").write_bytes(b"x" * FILLING_KILOBYTES * 1024)
    yield tmp_path
    subprocess.run(["umount", str(tmp_path)], check=True)  # noqa: S607


def fill(store: SqliteStore) -> int:
    """Save for one person after the other until it fails; how many saves were acknowledged."""
    said: list[str] = []
    for number in range(DISK_KILOBYTES):
        try:
            store.save(f"{PERSON}{number}", RECORD, based_on=None, now=NOW)
        except StoreUnavailable as full:
            said.append(str(full))
            break
    (why,) = said
    assert "SQLITE_FULL; the disk is full" in why
    assert RECORD not in why
    return number


def test_on_a_full_disk_nothing_is_lost_and_room_that_is_made_is_used(disk: Path) -> None:
    with closing(SqliteStore(disk / "records.sqlite")) as store:
        kept = fill(store)
        assert kept > 0
        assert [store.load(f"{PERSON}{number}", now=NOW) for number in range(kept)] == [Stored(RECORD, 1)] * kept
        with pytest.raises(StoreUnavailable, match="the disk is full"):
            store.save(f"{PERSON}0", RECORD * 2, based_on=1, now=NOW)
        assert store.load(f"{PERSON}0", now=NOW) == Stored(RECORD, 1)
        (disk / "filling").unlink()
        assert store.save(f"{PERSON}0", RECORD * 2, based_on=1, now=NOW) == 2
        assert store.save(f"{PERSON}{kept}", RECORD, based_on=None, now=NOW) == 1


def test_what_was_kept_on_a_full_disk_is_found_by_the_next_process(disk: Path) -> None:
    with closing(SqliteStore(disk / "records.sqlite")) as store:
        kept = fill(store)
        with closing(SqliteStore(disk / "records.sqlite")) as another:
            found = [another.load(f"{PERSON}{number}", now=NOW) for number in range(kept + 1)]
    assert found == [Stored(RECORD, 1)] * kept + [None]


def test_a_disk_that_is_full_from_the_start_is_named(disk: Path) -> None:
    (disk / "more").write_bytes(b"x" * (DISK_KILOBYTES - FILLING_KILOBYTES - 4) * 1024)
    with closing(SqliteStore(disk / "records.sqlite")) as store:
        with pytest.raises(StoreUnavailable, match=r"the disk (is full|failed)"):
            store.save(PERSON, RECORD, based_on=None, now=NOW)
        (disk / "more").unlink()
        assert store.save(PERSON, RECORD, based_on=None, now=NOW) == 1
