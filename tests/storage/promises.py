"""What every store promises: one list, run against each of them (tests/storage/test_promises.py).

A promise is a function of an empty store. To hold a new store to all of them, add it to the fixture there.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone

import pytest

from skill.conversation.ports import KEPT_FOR, Memory, Stored
from skill.errors import WriteConflict

Promise = Callable[[Memory], None]

PERSON = "amzn1.ask.account.ONE"
OTHER = "amzn1.ask.account.TWO"
WRITERS, TURNS = 8, 25
# The time is the caller's. Far ahead, DynamoDB's own clock deletes nothing of it.
NOW = datetime(2100, 11, 23, 15, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


def nobody_is_known_at_first(store: Memory) -> None:
    assert store.load(PERSON, now=NOW) is None


def what_was_saved_is_loaded(store: Memory) -> None:
    store.save(PERSON, '{"item": "kettle"}', based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored('{"item": "kettle"}', 1)


def every_letter_comes_back(store: Memory) -> None:
    record = "Grüße, 東京, مرحبا, 🫖, \u0000, \u2028, '\"; -- %s {} \\"
    store.save(PERSON, record, based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored(record, 1)


def a_record_of_300_kilobytes_comes_back(store: Memory) -> None:
    record = "ü" * 150_000
    store.save(PERSON, record, based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored(record, 1)


def revisions_count_from_one(store: Memory) -> None:
    assert store.save(PERSON, "first", based_on=None, now=NOW) == 1
    assert store.save(PERSON, "second", based_on=1, now=NOW) == 2
    assert store.save(PERSON, "third", based_on=2, now=NOW) == 3
    assert store.load(PERSON, now=NOW) == Stored("third", 3)


def a_write_based_on_an_old_revision_changes_nothing(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    store.save(PERSON, "second", based_on=1, now=NOW)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "too late", based_on=1, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("second", 2)


def a_first_write_does_not_replace_a_record(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "another first", based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("first", 1)


def a_write_based_on_a_revision_to_come_changes_nothing(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "too early", based_on=2, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("first", 1)


def a_write_based_on_what_was_forgotten_does_not_bring_it_back(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    store.forget(PERSON)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "second", based_on=1, now=NOW)
    assert store.load(PERSON, now=NOW) is None


def a_conflict_does_not_tell_what_was_said(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    with pytest.raises(WriteConflict) as conflict:
        store.save(PERSON, "secret words", based_on=7, now=NOW)
    assert "secret" not in str(conflict.value)
    assert PERSON not in str(conflict.value)


def two_persons_are_kept_apart(store: Memory) -> None:
    store.save(PERSON, "mine", based_on=None, now=NOW)
    store.save(OTHER, "yours", based_on=None, now=NOW)
    store.save(OTHER, "still yours", based_on=1, now=NOW)
    assert store.load(PERSON, now=NOW) == Stored("mine", 1)
    assert store.load(OTHER, now=NOW) == Stored("still yours", 2)


def forgetting_one_person_keeps_the_other(store: Memory) -> None:
    store.save(PERSON, "mine", based_on=None, now=NOW)
    store.save(OTHER, "yours", based_on=None, now=NOW)
    store.forget(PERSON)
    assert store.load(PERSON, now=NOW) is None
    assert store.load(OTHER, now=NOW) == Stored("yours", 1)


def forgetting_nobody_is_no_error(store: Memory) -> None:
    store.forget(PERSON)
    assert store.load(PERSON, now=NOW) is None


def a_forgotten_person_may_begin_again(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    store.save(PERSON, "second", based_on=1, now=NOW)
    store.forget(PERSON)
    assert store.save(PERSON, "anew", based_on=None, now=NOW) == 1


def any_key_is_only_a_key(store: Memory) -> None:
    keys = [
        "'; DROP TABLE records; --",
        '"',
        "%",
        "_",
        "*",
        " ",
        "a",
        "A",
        "ä",
        "a\u0308",
        "🫖" * 60,
        "k" * 255,
        "k" * 254,
    ]
    for key in keys:
        store.save(key, f"record of {key}", based_on=None, now=NOW)
    assert [store.load(key, now=NOW) for key in keys] == [Stored(f"record of {key}", 1) for key in keys]


def a_record_is_kept_until_its_time_is_over(store: Memory) -> None:
    store.save(PERSON, "kept", based_on=None, now=NOW)
    assert store.load(PERSON, now=NOW + KEPT_FOR) == Stored("kept", 1)
    assert store.load(PERSON, now=NOW + KEPT_FOR + MINUTE) is None


def a_clock_that_went_back_loses_nothing(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    earlier = NOW - KEPT_FOR - MINUTE
    assert store.load(PERSON, now=earlier) == Stored("first", 1)
    assert store.save(PERSON, "second", based_on=1, now=earlier) == 2
    assert store.load(PERSON, now=earlier) == Stored("second", 2)


def any_time_zone_tells_the_same_time(store: Memory) -> None:
    store.save(PERSON, "kept", based_on=None, now=NOW.astimezone(timezone(timedelta(hours=-12))))
    end = (NOW + KEPT_FOR).astimezone(timezone(timedelta(hours=14)))
    assert store.load(PERSON, now=end - MINUTE) == Stored("kept", 1)
    assert store.load(PERSON, now=end + MINUTE) is None


def every_save_moves_the_end(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    later = NOW + KEPT_FOR - MINUTE
    store.save(PERSON, "second", based_on=1, now=later)
    assert store.load(PERSON, now=later + KEPT_FOR - MINUTE) == Stored("second", 2)
    assert store.load(PERSON, now=later + KEPT_FOR + MINUTE) is None


def a_record_that_expired_is_no_conflict_and_is_replaced(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    store.save(PERSON, "second", based_on=1, now=NOW)
    later = NOW + KEPT_FOR + MINUTE
    assert store.save(PERSON, "anew", based_on=None, now=later) == 1
    assert store.load(PERSON, now=later + KEPT_FOR - MINUTE) == Stored("anew", 1)


def a_write_based_on_what_expired_does_not_bring_it_back(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None, now=NOW)
    later = NOW + KEPT_FOR + MINUTE
    with pytest.raises(WriteConflict):
        store.save(PERSON, "second", based_on=1, now=later)
    assert store.load(PERSON, now=later) is None


def what_expired_of_one_person_leaves_the_other(store: Memory) -> None:
    later = NOW + KEPT_FOR + MINUTE
    store.save(PERSON, "long ago", based_on=None, now=NOW)
    store.save(OTHER, "of late", based_on=None, now=later)
    store.save(OTHER, "just now", based_on=1, now=later)
    assert store.load(PERSON, now=later) is None
    assert store.load(OTHER, now=later) == Stored("just now", 2)


def writers_at_the_same_time_lose_nothing(store: Memory) -> None:
    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(lambda writer: add_turns(store, writer), range(WRITERS)))
    kept = store.load(PERSON, now=NOW)
    assert kept is not None
    assert kept.revision == WRITERS * TURNS
    assert sorted(kept.record.split()) == sorted(f"{w}.{t}" for w in range(WRITERS) for t in range(TURNS))


def add_turns(store: Memory, writer: int) -> None:
    """Add one word a turn to the record, each time reading, writing, and beginning again after a conflict."""
    for turn in range(TURNS):
        while True:
            kept = store.load(PERSON, now=NOW)
            record = f"{kept.record if kept else ''} {writer}.{turn}"
            try:
                store.save(PERSON, record, based_on=kept.revision if kept else None, now=NOW)
            except WriteConflict:
                continue
            break


PROMISES: tuple[Promise, ...] = (
    nobody_is_known_at_first,
    what_was_saved_is_loaded,
    every_letter_comes_back,
    a_record_of_300_kilobytes_comes_back,
    revisions_count_from_one,
    a_write_based_on_an_old_revision_changes_nothing,
    a_first_write_does_not_replace_a_record,
    a_write_based_on_a_revision_to_come_changes_nothing,
    a_write_based_on_what_was_forgotten_does_not_bring_it_back,
    a_conflict_does_not_tell_what_was_said,
    two_persons_are_kept_apart,
    forgetting_one_person_keeps_the_other,
    forgetting_nobody_is_no_error,
    a_forgotten_person_may_begin_again,
    any_key_is_only_a_key,
    a_record_is_kept_until_its_time_is_over,
    a_clock_that_went_back_loses_nothing,
    any_time_zone_tells_the_same_time,
    every_save_moves_the_end,
    a_record_that_expired_is_no_conflict_and_is_replaced,
    a_write_based_on_what_expired_does_not_bring_it_back,
    what_expired_of_one_person_leaves_the_other,
    writers_at_the_same_time_lose_nothing,
)
