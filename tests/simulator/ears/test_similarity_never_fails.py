"""Whatever is said: the stages keep to their order, scores are scores, and no words are lost."""

from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.heard import FALLBACK, SIMILARITY, STRICT
from simulator.ears.words import keys_of
from tests.simulator.ears.toy import TODAY, model

LOCALES = ("en-US", "de-DE")
WORDS = {
    locale: sorted(
        {
            word
            for intent in model(locale).language_model.intents
            for sample in intent.samples
            for word in sample.replace("{", " ").replace("}", " ").split()
        }
        | {"kettle", "friday", "five", "Wetter", "weather", "…", "不", "it's", "Don’t"}  # noqa: RUF001
    )
    for locale in LOCALES
}
ELICITATIONS = {
    locale: [
        None,
        *(
            Elicitation(intent.name, slot.name)
            for intent in model(locale).language_model.intents
            for slot in intent.slots
        ),
    ]
    for locale in LOCALES
}


@cache
def _ears(locale: str, *, strict: bool) -> Ears:
    return Ears(model(locale), locale, strict=strict)


@st.composite
def _moments(draw: st.DrawFn) -> tuple[str, str, Elicitation | None]:
    locale = draw(st.sampled_from(LOCALES))
    near = st.lists(st.sampled_from(WORDS[locale]), max_size=14).map(" ".join)
    return locale, draw(st.one_of(near, st.text(max_size=60))), draw(st.sampled_from(ELICITATIONS[locale]))


@settings(deadline=None, derandomize=True, database=None, max_examples=400)
@given(_moments())
def test_what_is_heard_keeps_its_promises(moment: tuple[str, str, Elicitation | None]) -> None:
    locale, said, asked = moment
    heard = _ears(locale, strict=False).hear(said, today=TODAY, eliciting=asked)
    strict = _ears(locale, strict=True).hear(said, today=TODAY, eliciting=asked)
    assert heard == _ears(locale, strict=False).hear(said, today=TODAY, eliciting=asked)
    assert heard.stage in {STRICT, SIMILARITY, FALLBACK}
    assert 0 <= heard.score <= 1
    assert (heard.runner_up is None) == (heard.runner_up_score is None)
    assert heard.runner_up_score is None or 0 <= heard.runner_up_score <= 1
    assert heard.runner_up != heard.intent
    if strict.stage == STRICT and not strict.is_guess:
        assert heard == strict
    if heard.stage == STRICT:
        assert heard == strict
    if heard.stage == SIMILARITY:
        assert not heard.intent.startswith("AMAZON.")


@settings(deadline=None, derandomize=True, database=None, max_examples=400)
@given(_moments())
def test_slots_hold_words_that_were_said_and_no_word_twice(moment: tuple[str, str, Elicitation | None]) -> None:
    locale, said, asked = moment
    heard = _ears(locale, strict=False).hear(said, today=TODAY, eliciting=asked)
    if heard.stage == SIMILARITY:
        filled = [slot.said for slot in heard.slots.values() if slot.said is not None]
        evened = " ".join(said.split())
        assert all(words in evened for words in filled)
        assert sum(len(keys_of(words)) for words in filled) <= len(keys_of(said))
