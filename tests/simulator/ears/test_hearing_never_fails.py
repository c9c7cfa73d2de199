"""Whatever is said, hearing answers, soon, and keeps its promises."""

import random
from time import perf_counter

import pytest

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.invocation import find_invocation
from simulator.ears.words import keys_of, split
from simulator.models.interaction_model import InteractionModel
from tests.simulator.ears.toy import TODAY, ears, model

LONGEST = 2000
SIGNS = "aäßéIİŉ ﬁ½²٣१五あ한ع\u0301\u200d\u00ad\ufe0f\ud800\x00\n\t🙂👩‍👧'’-–{}()[]<>|.,?!§1"  # noqa: RUF001


def _noise(chance: random.Random, vocabulary: list[str]) -> str:
    kind = chance.randrange(4)
    if kind == 0:
        text = "".join(chance.choice(SIGNS) for _ in range(chance.randrange(60)))
    elif kind == 1:
        text = "".join(chr(chance.randrange(0x11_0000)) for _ in range(chance.randrange(60)))
    elif kind == 2:
        text = " ".join(chance.choice(vocabulary) for _ in range(chance.randrange(14)))
    else:
        text = chance.choice([*vocabulary, *SIGNS]) * chance.randrange(LONGEST)
    return text[:LONGEST]


def _vocabulary(read: InteractionModel) -> list[str]:
    samples = [sample for intent in read.language_model.intents for sample in intent.samples]
    return sorted({key for sample in samples for key in keys_of(sample)} | {"kettle", "november", "five", "tagen"})


@pytest.mark.parametrize("locale", ["en-US", "de-DE"])
def test_any_string_is_heard(locale: str) -> None:
    chance = random.Random(20261117)
    slots = {intent.name: [slot.name for slot in intent.slots] for intent in model(locale).language_model.intents}
    elicitations = [None, *(Elicitation(intent, slot) for intent, names in slots.items() for slot in names)]
    vocabulary = _vocabulary(model(locale))
    for _ in range(1500):
        said = _noise(chance, vocabulary)
        heard = ears(locale).hear(said, today=TODAY, eliciting=chance.choice(elicitations))
        assert list(heard.slots) == slots[heard.intent]
        assert heard.runner_up != heard.intent
        assert all(slot.value for slot in heard.slots.values() if slot.value is not None)
        if not split(said):
            assert heard.intent == "AMAZON.FallbackIntent"
        find_invocation(said, "case compass", locale)


@pytest.mark.parametrize("said", ["", "   ", "🙂", "…?!"])
def test_silence_and_signs_fall_back_even_while_something_is_elicited(said: str) -> None:
    heard = ears().hear(said, today=TODAY, eliciting=Elicitation("TellNumberIntent", "order_number"))
    assert heard.intent == "AMAZON.FallbackIntent"


def _large_model() -> InteractionModel:
    """Three thousand samples that begin and end alike, the hardest to tell apart."""
    slots = [{"name": "item", "type": "Item"}, {"name": "ordered", "type": "AMAZON.DATE"}]
    carriers = ["my {item}", "my {item} from {ordered}", "the {item}", "i bought a {item} {ordered} and it", "it"]
    ends = [f"never {verb} {number}" for verb in ("came", "arrived", "left") for number in range(200)]
    samples = [f"{carrier} {end}" for carrier in carriers for end in ends]
    values = [{"id": f"n{n}", "name": {"value": f"kind {n}"}} for n in range(200)]
    intents = [{"name": "LostIntent", "slots": slots, "samples": samples}]
    types = [{"name": "Item", "values": values}]
    return InteractionModel.model_validate(
        {"languageModel": {"invocationName": "parcel guide", "intents": intents, "types": types}}
    )


def test_three_thousand_samples_are_no_burden() -> None:
    """The bound is wide for slow machines; on an ordinary one an utterance takes a tenth of a millisecond."""
    large = Ears(_large_model(), "en-US", strict=True)
    chance = random.Random(20261117)
    times = []
    for _ in range(200):
        said = f"i bought a blue kind {chance.randrange(300)} last tuesday and it never came {chance.randrange(200)}"
        began = perf_counter()
        assert large.hear(said, today=TODAY).intent == "LostIntent"
        times.append(perf_counter() - began)
    assert sorted(times)[190] < 0.02


@pytest.mark.parametrize("word", ["my", "it", "a", "five", "november", "in", "never"])
def test_a_very_long_utterance_is_bounded_work(word: str) -> None:
    said = f"{word} " * (LONGEST // (len(word) + 1))
    began = perf_counter()
    ears().hear(said, today=TODAY, eliciting=Elicitation("TellNumberIntent", "order_number"))
    assert perf_counter() - began < 0.25
