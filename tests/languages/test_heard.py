"""What the languages hear: the built models are fresh, clean, and equal in what they can be told."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tools.build_models import stale_files
from tools.heard_file import HeardFile, heard_files, read_heard
from tools.interaction_model import LanguageModel, ModelFile
from tools.lint.gather import lint

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ("de-DE", "en-AU", "en-CA", "en-GB", "en-IN", "en-US")
PROBLEMS = ("LostPackageIntent", "ContactSellerIntent", "DeviceHelpIntent")
LARGEST = 1_300_000


@cache
def _model(locale: str) -> LanguageModel:
    text = (ROOT / "interaction_models" / f"{locale}.json").read_text(encoding="utf-8")
    return ModelFile.model_validate_json(text).interaction_model.language_model


@cache
def _samples(locale: str) -> dict[str, list[str]]:
    return {intent.name: intent.samples for intent in _model(locale).intents}


@cache
def _heard(language: str) -> HeardFile:
    return read_heard(ROOT / "skill" / "languages" / language / "heard.yaml")


def test_every_language_and_locale_is_there() -> None:
    assert [file.parent.name for file in heard_files(ROOT)] == ["de", "en"]
    assert sorted(file.stem for file in ROOT.glob("interaction_models/*.json")) == list(LOCALES)


def test_what_is_generated_and_committed_is_fresh() -> None:
    assert stale_files(ROOT) == []


def test_the_linter_finds_nothing_in_the_project() -> None:
    assert [str(finding) for finding in lint(ROOT)] == []


@pytest.mark.parametrize("locale", LOCALES)
def test_a_model_stays_small_and_has_samples_enough(locale: str) -> None:
    assert (ROOT / "interaction_models" / f"{locale}.json").stat().st_size < LARGEST
    assert 1_000 <= sum(map(len, _samples(locale).values())) <= 13_000
    assert all(len(_samples(locale)[problem]) >= 80 for problem in PROBLEMS)


@pytest.mark.parametrize("locale", LOCALES)
def test_every_locale_has_the_same_intents_slots_types_and_choices(locale: str) -> None:
    def contract(model: LanguageModel) -> tuple[object, ...]:
        slots = {
            intent.name: [(slot.name, slot.type, bool(slot.samples)) for slot in intent.slots or []]
            for intent in model.intents
        }
        return slots, {slot_type.name: [value.id for value in slot_type.values] for slot_type in model.types}

    assert contract(_model(locale)) == contract(_model("en-US"))


@pytest.mark.parametrize("locale", LOCALES)
def test_a_built_sample_can_be_read_as_a_template_and_stands_for_itself(locale: str) -> None:
    templates = _heard(locale.split("-")[0]).templates
    for problem in PROBLEMS:
        for sample in _samples(locale)[problem]:
            assert templates.expand(sample) == [sample]


WANTED = [
    ("en-US", "LostPackageIntent", "my {item} from {ordered} never arrived and it's {urgent}"),
    ("en-US", "LostPackageIntent", "my {item} that i ordered {ordered} never came"),
    ("en-US", "LostPackageIntent", "i ordered a {item} {ordered} and it hasn't arrived"),
    ("en-US", "LostPackageIntent", "my {item} from a {sold_by} never arrived"),
    ("en-US", "LostPackageIntent", "it's {urgent} my {item} never arrived"),
    ("en-US", "LostPackageIntent", "where is my parcel"),
    ("en-US", "ContactSellerIntent", "i want to contact a seller"),
    ("en-US", "ContactSellerIntent", "i have a question for a seller {stage}"),
    ("en-US", "DeviceHelpIntent", "my {device} {trouble}"),
    ("en-US", "DeviceHelpIntent", "help with my {device}"),
    ("en-US", "TellStatusIntent", "it's {status} since {status_date}"),
    ("en-US", "TellStatusIntent", "the tracking {status} since {status_date}"),
    ("en-US", "TellOrderedIntent", "i ordered it {ordered} from {sold_by}"),
    ("en-US", "CorrectIntent", "no it was {date}"),
    ("en-US", "CorrectIntent", "actually a {item}"),
    ("en-US", "ChangeAnswerIntent", "the {field} is wrong"),
    ("en-IN", "LostPackageIntent", "my {item} has not reached yet"),
    ("en-GB", "LostPackageIntent", "my parcel has gone astray"),
    ("de-DE", "LostPackageIntent", "mein {item} von {ordered} ist nie angekommen und es ist {urgent}"),
    ("de-DE", "LostPackageIntent", "ich habe {ordered} einen {item} bestellt und er ist nicht da"),
    ("de-DE", "LostPackageIntent", "wo bleibt mein paket"),
    ("de-DE", "ContactSellerIntent", "ich habe eine frage an einen händler"),
    ("de-DE", "DeviceHelpIntent", "mein {device} {trouble}"),
    ("de-DE", "TellStatusIntent", "die sendungsverfolgung {status} seit {status_date}"),
    ("de-DE", "CorrectIntent", "nein es war {date}"),
    ("de-DE", "ChangeAnswerIntent", "das {field} ändern"),
]


@pytest.mark.parametrize(("locale", "intent", "sample"), WANTED)
def test_what_people_say_is_among_the_samples(locale: str, intent: str, sample: str) -> None:
    assert sample in _samples(locale)[intent]


CORRECTIVE = {
    "en": r"\b(no|not|meant|mean|actually|sorry|wait|wrong|should)\b",
    "de": r"\b(nein|nicht|meine|meinte|eigentlich|doch|entschuldigung|moment|quatsch|falsch)\b",
}


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_every_correction_carries_a_corrective_word(locale: str) -> None:
    for sample in _samples(locale)["CorrectIntent"]:
        assert re.search(CORRECTIVE[locale[:2]], re.sub(r"\{\w+\}", " ", sample)), sample


@pytest.mark.parametrize("language", ["de", "en"])
def test_a_bare_yes_or_no_belongs_to_the_built_in_intents(language: str) -> None:
    heard = _heard(language).heard
    phrases = {phrase for values in heard.types.values() for templates in values.values() for phrase in templates} | {
        sample for intent in heard.intents.values() for sample in intent.samples
    }
    assert not phrases & {"yes", "no", "ja", "nein"}


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_skills_own_words_know_the_way_out_of_free_text(language: str) -> None:
    file = ROOT / "skill" / "languages" / language / "heard.json"
    words = json.loads(file.read_text(encoding="utf-8"))
    said = {
        "en": {"skip it": "SkipIntent", "i don't know": "DontKnowIntent", "yes": "AMAZON.YesIntent"},
        "de": {"überspringen": "SkipIntent", "keine ahnung": "DontKnowIntent", "ja": "AMAZON.YesIntent"},
    }[language]
    assert said.items() <= words["control"].items()
    names = set(_samples("en-US"))
    assert set(words["control"].values()) <= names
    assert words["digits"]["zwo" if language == "de" else "oh"] == ("2" if language == "de" else "0")
    assert words["repeats"]["doppel" if language == "de" else "double"] == 2
