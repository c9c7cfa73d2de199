"""The talks go on reaching what they reach: every end, every question, and nothing less than before."""

import pytest

from skill.decision.models import MODELS
from tests.tools.reports.never_reached import listed, reached
from tools.hearing.utterances import LANGUAGES
from tools.reports.drawn import KINDS, Kind, asked, drawn

each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_what_no_talk_reaches_does_not_become_more(language: str, kind: Kind) -> None:
    more = set(reached(language).never(kind)) - set(listed()[language].get(kind, []))
    assert more == set(), "write a script that reaches it"


@each_language
def test_every_end_of_every_decision_is_reached(language: str) -> None:
    assert reached(language).never("outcomes") == []


@each_language
def test_every_question_is_asked_by_some_decision(language: str) -> None:
    found = reached(language)
    questions = {name.partition(": ")[2] for name in set(found.drawn["questions"]) - set(found.never("questions"))}
    assert questions >= {question for model in MODELS.values() for question in asked(model)}
    assert not [name for name in found.never("questions") if name.startswith("talk: ")]


@each_language
@pytest.mark.parametrize("kind", KINDS)
def test_the_list_names_only_what_there_is(language: str, kind: Kind) -> None:
    names = listed()[language].get(kind, [])
    assert set(names) <= set(drawn(language)[kind])
    assert len(set(names)) == len(names)
