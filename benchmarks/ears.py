"""How long it takes to hear: ``python -m benchmarks.ears``.

Utterances of tests/hearing are heard by ears of our largest models, strictly and with all stages, and looked up in a
dictionary of all samples, which is the baseline: the least that finding a sentence can cost. Ratios to the baseline
can be compared between machines; milliseconds, of CPU time, cannot. Takes about a minute.
"""

from collections.abc import Callable, Sequence
from datetime import date
from time import process_time_ns

from simulator.ears.ears import Ears, Elicitation
from simulator.ears.words import keys_of
from simulator.models.folder import read_model
from simulator.models.interaction_model import InteractionModel
from skill.alexa.intents import ELICITED
from tools.hearing.utterances import LANGUAGES, ROOT, Utterance, read_utterances

TODAY = date(2026, 11, 23)
_MILLION = 1_000_000

Hear = Callable[[Utterance], object]


def main() -> None:
    """Print a table for each language."""
    for language, locale in LANGUAGES.items():
        model = read_model(ROOT / "interaction_models", locale)
        said = [utterance for utterance in read_utterances(language) if utterance.locale in {None, locale}]
        print(f"\n{locale}: {len(said)} utterances\n\n| | ratio | p50 ms | p95 ms | p99 ms |\n|---|---|---|---|---|")
        baseline = _row("looked up in a dictionary", _looked_up(model), said, None)
        for name, strict in (("heard strictly", True), ("heard with all stages", False)):
            began = process_time_ns()
            ears = Ears(model, locale, strict=strict)
            ears.hear("tell me something that no sample holds", today=TODAY)
            built = (process_time_ns() - began) / _MILLION
            _row(name, _by(ears), said, baseline)
            print(f"| {name}: to build, with the first utterance | | {built:.0f} | | |")


def _looked_up(model: InteractionModel) -> Hear:
    samples = {keys_of(sample): intent.name for intent in model.language_model.intents for sample in intent.samples}
    return lambda utterance: samples.get(keys_of(utterance.say))


def _by(ears: Ears) -> Hear:
    def hear(utterance: Utterance) -> object:
        asked = ELICITED.get(utterance.while_)
        eliciting = Elicitation(asked.intent, asked.slot) if asked else None
        return ears.hear(utterance.say, today=TODAY, eliciting=eliciting)

    return hear


def _row(name: str, hear: Hear, said: Sequence[Utterance], baseline: float | None) -> float:
    """Print a line of the table; returns the mean in milliseconds."""
    times = sorted(_milliseconds(hear, utterance) for utterance in said)
    mean = sum(times) / len(times)
    p50, p95, p99 = (times[int(len(times) * share)] for share in (0.5, 0.95, 0.99))
    print(f"| {name} | {mean / (baseline or mean):.0f} | {p50:.3f} | {p95:.3f} | {p99:.3f} |", flush=True)
    return mean


def _milliseconds(hear: Hear, utterance: Utterance) -> float:
    began = process_time_ns()
    hear(utterance)
    return (process_time_ns() - began) / _MILLION


if __name__ == "__main__":
    main()
