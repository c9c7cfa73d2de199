"""What every store promises: one list, run against each of them (tests/storage/test_promises.py).

A promise is a function of an empty store. To hold a new store to all of them, add it to the fixture there.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.conversation.ports import Memory, Stored
from skill.errors import WriteConflict

Promise = Callable[[Memory], None]

PERSON = "amzn1.ask.account.ONE"
OTHER = "amzn1.ask.account.TWO"
WRITERS, TURNS = 8, 25


def nobody_is_known_at_first(store: Memory) -> None:
    assert store.load(PERSON) is None


def what_was_saved_is_loaded(store: Memory) -> None:
    store.save(PERSON, '{"item": "kettle"}', based_on=None)
    assert store.load(PERSON) == Stored('{"item": "kettle"}', 1)


def every_letter_comes_back(store: Memory) -> None:
    record = "Grüße, 東京, مرحبا, 🫖, \u0000, \u2028, '\"; -- %s {} \\"
    store.save(PERSON, record, based_on=None)
    assert store.load(PERSON) == Stored(record, 1)


def a_record_of_300_kilobytes_comes_back(store: Memory) -> None:
    record = "ü" * 150_000
    store.save(PERSON, record, based_on=None)
    assert store.load(PERSON) == Stored(record, 1)


def revisions_count_from_one(store: Memory) -> None:
    assert store.save(PERSON, "first", based_on=None) == 1
    assert store.save(PERSON, "second", based_on=1) == 2
    assert store.save(PERSON, "third", based_on=2) == 3
    assert store.load(PERSON) == Stored("third", 3)


def a_write_based_on_an_old_revision_changes_nothing(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    store.save(PERSON, "second", based_on=1)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "too late", based_on=1)
    assert store.load(PERSON) == Stored("second", 2)


def a_first_write_does_not_replace_a_record(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "another first", based_on=None)
    assert store.load(PERSON) == Stored("first", 1)


def a_write_based_on_a_revision_to_come_changes_nothing(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "too early", based_on=2)
    assert store.load(PERSON) == Stored("first", 1)


def a_write_based_on_what_was_forgotten_does_not_bring_it_back(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    store.forget(PERSON)
    with pytest.raises(WriteConflict):
        store.save(PERSON, "second", based_on=1)
    assert store.load(PERSON) is None


def a_conflict_does_not_tell_what_was_said(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    with pytest.raises(WriteConflict) as conflict:
        store.save(PERSON, "secret words", based_on=7)
    assert "secret" not in str(conflict.value)
    assert PERSON not in str(conflict.value)


def two_persons_are_kept_apart(store: Memory) -> None:
    store.save(PERSON, "mine", based_on=None)
    store.save(OTHER, "yours", based_on=None)
    store.save(OTHER, "still yours", based_on=1)
    assert store.load(PERSON) == Stored("mine", 1)
    assert store.load(OTHER) == Stored("still yours", 2)


def forgetting_one_person_keeps_the_other(store: Memory) -> None:
    store.save(PERSON, "mine", based_on=None)
    store.save(OTHER, "yours", based_on=None)
    store.forget(PERSON)
    assert store.load(PERSON) is None
    assert store.load(OTHER) == Stored("yours", 1)


def forgetting_nobody_is_no_error(store: Memory) -> None:
    store.forget(PERSON)
    assert store.load(PERSON) is None


def a_forgotten_person_may_begin_again(store: Memory) -> None:
    store.save(PERSON, "first", based_on=None)
    store.save(PERSON, "second", based_on=1)
    store.forget(PERSON)
    assert store.save(PERSON, "anew", based_on=None) == 1


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
        store.save(key, f"record of {key}", based_on=None)
    assert [store.load(key) for key in keys] == [Stored(f"record of {key}", 1) for key in keys]


def writers_at_the_same_time_lose_nothing(store: Memory) -> None:
    with ThreadPoolExecutor(WRITERS) as writers:
        list(writers.map(lambda writer: add_turns(store, writer), range(WRITERS)))
    kept = store.load(PERSON)
    assert kept is not None
    assert kept.revision == WRITERS * TURNS
    assert sorted(kept.record.split()) == sorted(f"{w}.{t}" for w in range(WRITERS) for t in range(TURNS))


def add_turns(store: Memory, writer: int) -> None:
    """Add one word a turn to the record, each time reading, writing, and beginning again after a conflict."""
    for turn in range(TURNS):
        while True:
            kept = store.load(PERSON)
            record = f"{kept.record if kept else ''} {writer}.{turn}"
            try:
                store.save(PERSON, record, based_on=kept.revision if kept else None)
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
    writers_at_the_same_time_lose_nothing,
)
