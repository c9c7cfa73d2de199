"""What people say for a value, in English and German: the tables en.yaml and de.yaml."""

from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import pytest
from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter

from tests.simulator.slot_types.reading import TODAY, read
from tools.places import read_as

LOCALES = {"en": "en-US", "de": "de-DE"}
NOT_UNDERSTOOD = "not understood"


class Group(BaseModel):
    """Words that are said for one type, on one day, in one locale."""

    model_config = ConfigDict(extra="forbid")

    type: str
    today: Annotated[date, BeforeValidator(date.fromisoformat)] = TODAY
    locale: str | None = None
    said: dict[str, str]


class Case(NamedTuple):
    """One line of a table."""

    type: str
    locale: str
    today: date
    said: str
    value: str | None


def _cases(language: str) -> list[Case]:
    groups = read_as(Path(__file__).with_name(f"{language}.yaml"), TypeAdapter(list[Group]))
    return [
        Case(
            group.type,
            group.locale or LOCALES[language],
            group.today,
            said,
            None if value == NOT_UNDERSTOOD else value,
        )
        for group in groups
        for said, value in group.said.items()
    ]


CASES = [case for language in LOCALES for case in _cases(language)]


@pytest.mark.parametrize(
    "case", CASES, ids=[f"{case.type.removeprefix('AMAZON.')}-{case.locale}-{case.said}" for case in CASES]
)
def test_what_people_say_becomes_what_alexa_reports(case: Case) -> None:
    assert read(case.type, case.said, case.locale, case.today) == case.value


@pytest.mark.parametrize("language", LOCALES)
def test_every_language_has_a_table_that_is_worth_the_name(language: str) -> None:
    cases = _cases(language)
    assert len(cases) >= 150
    assert {case.type for case in cases} >= {
        "AMAZON.NUMBER",
        "AMAZON.FOUR_DIGIT_NUMBER",
        "AMAZON.Ordinal",
        "AMAZON.PhoneNumber",
        "AMAZON.AlphaNumeric",
        "AMAZON.DATE",
        "AMAZON.TIME",
        "AMAZON.DURATION",
    }
