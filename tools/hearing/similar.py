"""Listening with the similarity matcher: training it for a language, and choosing what is too unlike to be taken."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from simulator.models import locales, read_model
from skill.alexa.intents import ELICITED
from tools.hearing.examples import examples
from tools.hearing.language_data import read_language_data
from tools.hearing.results import Result
from tools.hearing.similarity import Guess, Similarity
from tools.hearing.utterances import FALLBACK, ROOT, Utterance, held_back, read_utterances


def listen(language: str, root: Path = ROOT) -> list[Result]:
    """What the similarity matcher makes of every utterance of a language, in the order of the file.

    It learns from the models of all locales of the language at once.
    """
    utterances = read_utterances(language, root)
    similarity = train(language, root)
    guesses = similarity.guess([(utterance.say, ELICITED.get(utterance.while_)) for utterance in utterances])
    development = [
        pair for position, pair in enumerate(zip(utterances, guesses, strict=True)) if not held_back(position)
    ]
    least = best_threshold(development)
    results = []
    for position, (utterance, guess) in enumerate(zip(utterances, guesses, strict=True)):
        intent = guess.intent if guess.lead >= least else FALLBACK
        because = partial(_because, similarity, utterance, guess, least)
        results.append(Result(utterance, held_back(position), intent, {}, because))
    return results


def train(language: str, root: Path = ROOT) -> Similarity:
    """A matcher that learned from the interaction models of a language."""
    folder = root / "interaction_models"
    models = [read_model(folder, locale) for locale in locales(folder) if locale.partition("-")[0] == language]
    elicited = {(each.intent, each.slot) for each in ELICITED.values()}
    return Similarity(examples(models, read_language_data(language), elicited))


def best_threshold(development: Sequence[tuple[Utterance, Guess]]) -> float:
    """The lead over the background from which a guess is taken.

    It is the lead at which recall less the share taken wrongly is largest (Youden's index) on the development part;
    the part that is held back has no say.
    """
    leads = sorted({guess.lead for _, guess in development})
    return max(leads, key=lambda least: _index(development, least), default=0.0)


def _index(development: Sequence[tuple[Utterance, Guess]], least: float) -> float:
    heard = [guess.lead >= least and guess.intent in said.intent for said, guess in development if said.in_scope]
    taken = [guess.lead >= least for said, guess in development if not said.in_scope]
    return sum(heard) / max(len(heard), 1) - sum(taken) / max(len(taken), 1)


def _because(similarity: Similarity, utterance: Utterance, guess: Guess, least: float) -> str:
    near = similarity.nearest(utterance.say, ELICITED.get(utterance.while_))
    refused = f", not the {least:.2f} it takes" if guess.lead < least else ""
    return f"{guess.intent} leads by {guess.lead:.2f}{refused}; nearest is {near.text!r} of {near.intent}"
