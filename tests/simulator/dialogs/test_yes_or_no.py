"""The answer to a question of confirmation."""

import pytest

from simulator.dialogs.yes_or_no import yes_or_no
from simulator.ears.heard import Heard


@pytest.mark.parametrize(
    ("locale", "words", "status"),
    [
        ("en-US", "Yes!", "CONFIRMED"),
        ("en-GB", "no thank you", "DENIED"),
        ("de-DE", "ja", "CONFIRMED"),
        ("de-DE", "nein", "DENIED"),
        ("en-US", "yes and no", None),
        ("en-US", "", None),
        ("it-IT", "yes", None),
    ],
)
def test_the_languages_own_words_settle_it(locale: str, words: str, status: str | None) -> None:
    assert yes_or_no(Heard("AMAZON.FallbackIntent", {}, "fallback"), words, locale) == status


@pytest.mark.parametrize(("intent", "status"), [("AMAZON.YesIntent", "CONFIRMED"), ("AMAZON.NoIntent", "DENIED")])
def test_the_models_own_samples_of_yes_and_no_settle_it_in_any_locale(intent: str, status: str) -> None:
    assert yes_or_no(Heard(intent, {}, "sample"), "come no", "it-IT") == status
