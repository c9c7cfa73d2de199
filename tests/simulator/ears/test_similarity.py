"""What no sample holds is compared by likeness, and left to the fallback when the likeness is small."""

from functools import cache
from pathlib import Path

import pytest

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import Heard
from simulator.models.folder import read_model
from simulator.models.interaction_model import InteractionModel
from tests.simulator.ears.toy import TODAY, made_of, values

PROJECT = Path(__file__).resolve().parents[3]

ITEM = {"name": "item", "type": "Item"}
WHEN = {"name": "day", "type": "AMAZON.DATE"}
COLOUR = {"name": "colour", "type": "Colour", "samples": ["{colour}", "paint it {colour}", "make the walls {colour}"]}
INTENTS = (
    {
        "name": "LostIntent",
        "slots": [ITEM, WHEN],
        "samples": ["my {item} never came", "where is my {item}", "i never received the {item}", "it came {day}"],
    },
    {"name": "RefundIntent", "samples": ["i want my money back", "give me a refund", "can i get a refund for this"]},
    {"name": "PaintIntent", "slots": [COLOUR], "samples": ["paint my room", "i would like new walls"]},
    {"name": "AMAZON.StopIntent"},
    {"name": "AMAZON.FallbackIntent"},
)


def _model(*more: dict[str, object]) -> InteractionModel:
    return made_of(*INTENTS, *more, Item=["kettle", "desk lamp"], Colour=["red", "sky blue"])


@cache
def _ears(locale: str = "en-US", *, strict: bool = False) -> Ears:
    return Ears(_model(), locale, strict=strict)


def _hear(said: str, eliciting: Elicitation | None = None, *, strict: bool = False) -> Heard:
    return _ears(strict=strict).hear(said, today=TODAY, eliciting=eliciting)


@pytest.mark.parametrize(
    ("said", "intent"),
    [
        ("well i never received that kettle of mine", "LostIntent"),
        ("please just give me my money back", "RefundIntent"),
        ("could you paint the walls of my room", "PaintIntent"),
    ],
)
def test_a_paraphrase_is_heard_as_the_intent_that_it_is_most_like(said: str, intent: str) -> None:
    assert _hear(said, strict=True).intent == "AMAZON.FallbackIntent"
    heard = _hear(said)
    assert (heard.intent, heard.how, heard.stage) == (intent, "similarity", "similarity")
    assert 0.5 <= heard.score < 1


@pytest.mark.parametrize("said", ["what's the weather like", "play my favourite song", "zzz qqq", "the of a"])
def test_what_is_like_no_intent_is_left_to_the_fallback(said: str) -> None:
    heard = _hear(said)
    assert (heard.intent, heard.stage, heard.score) == ("AMAZON.FallbackIntent", "fallback", 0.0)


def test_the_fallback_tells_what_came_nearest() -> None:
    heard = _hear("refund weather")
    assert (heard.intent, heard.runner_up) == ("AMAZON.FallbackIntent", "RefundIntent")
    assert heard.runner_up_score is not None
    assert 0 < heard.runner_up_score < 0.5


def test_a_runner_up_is_behind() -> None:
    heard = _hear("i never received a refund")
    assert heard.runner_up
    assert heard.runner_up_score is not None
    assert 0 < heard.runner_up_score <= heard.score


def test_strict_ears_do_not_listen_for_likeness() -> None:
    assert _hear("please just give me my money back", strict=True).stage == "fallback"


@pytest.mark.parametrize("said", ["my kettle never came", "stop", "i want my money back", "where is my desk lamp"])
def test_what_a_sample_holds_is_heard_as_ever(said: str) -> None:
    heard = _hear(said)
    assert heard == _hear(said, strict=True)
    assert (heard.stage, heard.score) == ("strict", 1.0)


@pytest.mark.parametrize("said", ["stop stop it stop that", "shut up shut up", "i'm done stop"])
def test_an_intent_of_amazons_is_never_heard_by_likeness(said: str) -> None:
    assert _hear(said).intent == "AMAZON.FallbackIntent"


def test_what_is_particular_to_no_intent_is_left_to_the_fallback() -> None:
    said = "water my big green plants now"
    one = {"name": "OneIntent", "samples": [said, "hello garden"]}
    alone = Ears(made_of(one), "en-US").hear(f"please {said}s", today=TODAY)
    shared = Ears(made_of(one, {"name": "OtherIntent", "samples": [said]}), "en-US")
    assert (alone.intent, alone.stage) == ("OneIntent", "similarity")
    assert shared.hear(f"please {said}s", today=TODAY).intent == "AMAZON.FallbackIntent"


def test_a_bare_number_is_particular_to_nothing() -> None:
    table = {"name": "TableIntent", "slots": [{"name": "seats", "type": "AMAZON.NUMBER"}]}
    model = made_of({**table, "samples": ["book a table for {seats}", "{seats} people", "we are {seats}"]})
    assert Ears(model, "en-US").hear("three", today=TODAY).intent == "AMAZON.FallbackIntent"


def test_the_samples_of_an_elicited_slot_count_for_its_intent() -> None:
    asked = Elicitation("PaintIntent", "colour")
    assert _hear("walls all red").intent == "AMAZON.FallbackIntent"
    heard = _hear("oh please make all the walls a nice red", asked)
    assert (heard.intent, values(heard)) == ("PaintIntent", {"colour": "red"})


def test_a_guess_is_overruled_by_what_is_far_likelier_while_something_is_elicited() -> None:
    asked = Elicitation("PaintIntent", "colour")
    said = "can i just get my money back"
    assert values(_hear(said, asked, strict=True)) == {"colour": said}
    assert _hear(said, asked).intent == "RefundIntent"


def test_an_unknown_answer_to_the_open_question_stands() -> None:
    heard = _hear("greenish", Elicitation("PaintIntent", "colour"))
    assert (heard.stage, values(heard)) == ("strict", {"colour": "greenish"})


def test_a_guess_that_is_like_no_intent_is_left_to_the_fallback() -> None:
    model = read_model(PROJECT / "interaction_models", "en-US")
    strict, all_stages = Ears(model, "en-US", strict=True), Ears(model, "en-US")
    for said in ("my bank account is empty", "my car won't start"):
        assert strict.hear(said, today=TODAY).is_guess
        assert all_stages.hear(said, today=TODAY).intent == "AMAZON.FallbackIntent"
    assert all_stages.hear("my garden gnome never came", today=TODAY) == strict.hear(
        "my garden gnome never came", today=TODAY
    )


def test_samples_of_the_fallback_intent_are_background() -> None:
    fallback = {
        "name": "AMAZON.FallbackIntent",
        "samples": ["i want my money back from the bank", "from the bank now"],
    }
    ears = Ears(made_of(*INTENTS[:4], fallback, Item=["kettle"], Colour=["red"]), "en-US")
    said = "i want my money back from now"
    assert _hear(said).intent == "RefundIntent"
    assert ears.hear(said, today=TODAY).intent == "AMAZON.FallbackIntent"


FRENCH = (
    {"name": "RefundIntent", "samples": ["je veux un remboursement", "remboursez moi", "rendez moi mon argent"]},
    {"name": "LostIntent", "samples": ["mon colis n'est pas arrivé", "où est mon colis", "je n'ai rien reçu"]},
)
JAPANESE = (
    {"name": "LostIntent", "samples": ["荷物が届きません", "荷物はどこですか"]},
    {"name": "RefundIntent", "samples": ["返金してください", "お金を返してほしい"]},
)


@pytest.mark.parametrize(
    ("locale", "intents", "said", "intent"),
    [
        ("fr-FR", FRENCH, "alors je veux vraiment un remboursement", "RefundIntent"),
        ("fr-FR", FRENCH, "mon colis n'est toujours pas arrivé", "LostIntent"),
        ("fr-FR", FRENCH, "je veux une pizza", "AMAZON.FallbackIntent"),
        ("ja-JP", JAPANESE, "私の荷物がまだ届きません", "LostIntent"),
        ("ja-JP", JAPANESE, "明日の天気は", "AMAZON.FallbackIntent"),
    ],
)
def test_every_script_works_also_without_data_of_the_language(
    locale: str, intents: tuple[dict[str, object], ...], said: str, intent: str
) -> None:
    model = made_of(*intents)
    assert Ears(model, locale, strict=True).hear(said, today=TODAY).stage == "fallback"
    assert Ears(model, locale).hear(said, today=TODAY).intent == intent
