"""The word catalogues of every language: complete, without strays, equal in what they can be filled with."""

import re
from itertools import pairwise, product

import pytest

from skill.conversation.acts import Act
from skill.decision.models.channels import CHANNELS
from skill.languages import ALSO_LIKE
from tests.wording.catalogues import FILES, INSTALLED, KINDS, OVERLAYS, placeholders, texts
from tests.wording.ssml import heard
from tools import inventory
from tools.compile_words import LANGUAGES

each_language = pytest.mark.parametrize("language", INSTALLED)
each_kind = pytest.mark.parametrize("kind", KINDS)
each_file = pytest.mark.parametrize(("language", "file"), FILES)
each_spoken = pytest.mark.parametrize(("language", "file"), [entry for entry in FILES if entry[1].startswith("said")])
WELL_FORMED = re.compile(r'(?:(?:(?:msgid|msgstr) )?"(?:[^"\\]|\\[n"\\])*")?|#.*')
ASKED = {ask.key for asks in inventory.questions() for ask in asks}


def lines(language: str, file: str) -> list[tuple[str, str]]:
    """Every way of saying every message: (id, line)."""
    return [
        (id_, line) for id_, text in texts(language, file.removesuffix(".po")).items() for line in text.splitlines()
    ]


def test_the_inventory_knows_every_kind_of_act() -> None:
    assert {type(act) for act in inventory.acts()} == inventory.act_classes(Act)


@each_language
def test_nothing_that_can_be_said_is_missing_and_nothing_else_is_there(language: str) -> None:
    assert texts(language, "said").keys() == inventory.said()


@each_language
def test_nothing_that_can_be_on_a_card_is_missing_and_nothing_else_is_there(language: str) -> None:
    written = {id_: text for id_, text in texts(language, "messages").items() if not id_.startswith("where.")}
    used = {name for text in written.values() for name in placeholders(text)}
    assert written.keys() == inventory.messages(used)


@each_language
def test_every_message_has_a_place_to_send_it_to_and_every_place_is_used(language: str) -> None:
    places = {id_ for id_ in texts(language, "messages") if id_.startswith("where.")}
    found = set()
    for outcome, channel in inventory.places():
        [place] = {f"where.{channel}.{outcome}", f"where.{channel}"} & places
        found.add(place)
    assert places == found


@each_file
def test_every_line_is_one_that_gettext_reads_as_it_looks_and_no_message_is_there_twice(
    language: str, file: str
) -> None:
    written = (LANGUAGES / language / file).read_text(encoding="utf-8").splitlines()
    assert [line for line in written if not WELL_FORMED.fullmatch(line)] == []
    ids = [line for line in written if line.startswith("msgid")]
    assert len(ids) == len(set(ids)) == len(texts(language, file.removesuffix(".po"))) + 1


@each_file
def test_no_message_is_empty_or_padded(language: str, file: str) -> None:
    for id_, text in texts(language, file.removesuffix(".po")).items():
        assert text, id_
        for line in text.splitlines():
            assert line == line.strip(), id_
            assert "  " not in line, id_


@each_kind
@each_language
def test_each_message_can_be_filled_with_the_same_in_every_language(language: str, kind: str) -> None:
    here, english = texts(language, kind), texts("en", kind)
    if kind == "said":  # of a date, a language uses what it says
        here = {id_: text for id_, text in here.items() if not id_.startswith("date.")}
    unequal = {id_ for id_ in here.keys() & english.keys() if placeholders(here[id_]) != placeholders(english[id_])}
    assert unequal == set()


@each_spoken
def test_each_way_of_saying_a_message_can_be_filled_with_the_same(language: str, file: str) -> None:
    for id_, text in texts(language, file.removesuffix(".po")).items():
        for one, other in pairwise(text.splitlines()):
            assert placeholders(one) == placeholders(other), id_


@each_spoken
def test_nothing_spoken_has_a_placeholder_that_nobody_fills(language: str, file: str) -> None:
    for id_, line in lines(language, file):
        assert placeholders(line) <= inventory.arguments(id_), id_


@pytest.mark.parametrize(("language", "file"), [entry for entry in FILES if entry[1].startswith("messages")])
def test_nothing_on_a_card_has_a_placeholder_that_nobody_fills(language: str, file: str) -> None:
    for id_, text in texts(language, file.removesuffix(".po")).items():
        assert placeholders(text) <= inventory.card_arguments(id_), id_


@each_language
def test_every_fact_of_a_channel_stands_on_its_card(language: str) -> None:
    for _, channel in inventory.places():
        places = [text for id_, text in texts(language, "messages").items() if id_.startswith(f"where.{channel}")]
        for text in places:
            assert placeholders(text) == CHANNELS[channel].facts.keys()


@each_language
def test_every_gap_is_in_square_brackets_and_only_gaps_and_the_footer_are(language: str) -> None:
    for id_, text in texts(language, "messages").items():
        if id_.startswith("placeholder."):
            assert re.fullmatch(r"([a-z]+ )?\[[^][ ][^][]*\]( [a-zA-Z]+)?", text), id_
        elif id_ != "card.footer":
            assert not {"[", "]"} & set(text), id_


@each_language
def test_no_two_gaps_look_the_same(language: str) -> None:
    gaps = [text for id_, text in texts(language, "messages").items() if id_.startswith("placeholder.")]
    assert len(gaps) == len(set(gaps))


@each_language
def test_how_the_person_s_own_words_are_written_is_a_way_that_there_is(language: str) -> None:
    for id_, ways in inventory.STYLES.items():
        assert texts(language, "messages")[id_] in ways


@each_spoken
def test_everything_spoken_is_valid_ssml_and_shows_no_bracket(language: str, file: str) -> None:
    for id_, line in lines(language, file):
        heard(line)  # raises on what is not valid
        assert not {"[", "]"} & set(line), id_


@each_spoken
def test_a_question_ends_in_its_one_question_mark(language: str, file: str) -> None:
    for id_, line in lines(language, file):
        if id_ in ASKED:
            assert line.endswith("?"), id_
            assert line.count("?") == 1, id_


@each_spoken
def test_nothing_but_a_question_asks(language: str, file: str) -> None:
    assert [id_ for id_, line in lines(language, file) if id_ not in ASKED and "?" in line] == []


@each_spoken
def test_the_ways_of_saying_a_message_differ(language: str, file: str) -> None:
    for id_, text in texts(language, file.removesuffix(".po")).items():
        ways = text.splitlines()
        assert len(ways) == len({way.casefold() for way in ways}), id_


@each_language
def test_a_question_is_put_in_other_words_each_time(language: str) -> None:
    said = texts(language, "said")
    for asks in inventory.questions():
        for one, other in product(asks, asks):
            if one != other:
                assert not set(said[one.key].splitlines()) & set(said[other.key].splitlines()), one.key


@pytest.mark.parametrize(("language", "kind", "locale"), OVERLAYS)
def test_a_region_only_says_differently_what_its_language_says(language: str, kind: str, locale: str) -> None:
    here, base = texts(language, f"{kind}.{locale}"), texts(language, kind)
    if locale in ALSO_LIKE and (language, kind, ALSO_LIKE[locale]) in OVERLAYS:
        base = base | texts(language, f"{kind}.{ALSO_LIKE[locale]}")
    assert here.keys() <= base.keys()
    assert [id_ for id_, text in here.items() if text == base[id_]] == []
    assert [id_ for id_, text in here.items() if placeholders(text) != placeholders(base[id_])] == []


@pytest.mark.parametrize(("language", "kind", "locale"), OVERLAYS)
def test_a_region_puts_a_question_in_other_words_each_time_too(language: str, kind: str, locale: str) -> None:
    said = texts(language, kind) | texts(language, f"{kind}.{locale}")
    for asks in inventory.questions() if kind == "said" else ():
        for one, other in product(asks, asks):
            if one != other:
                assert not set(said[one.key].splitlines()) & set(said[other.key].splitlines()), one.key
