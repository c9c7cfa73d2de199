"""Example phrases, the commonest reason why certification fails: they must work, word for word.

The first opens the skill by its invocation name. Each other one is a sample utterance with its slots filled, said in
the session or in one shot ("Alexa, ask case compass where is my package").
"""

import re
from collections.abc import Iterator

from tools.lint.complaint import Complaint
from tools.lint.manifest_subject import ManifestSubject
from tools.lint.subject import SLOT, Sample, Subject
from tools.lint.words import LANGUAGES, Language

_MOST, _LONGEST = 3, 200


def example_phrases(subject: ManifestSubject) -> Iterator[Complaint]:
    """Three phrases in each locale: one that opens the skill, and two that its model understands."""
    for at, locale, listing in subject.listings():
        model, language = subject.models.get(locale), LANGUAGES.get(locale.split("-")[0])
        steps = (*at, "examplePhrases")
        if len(listing.example_phrases) != _MOST:
            text = f"{len(listing.example_phrases)} example phrases; the store shows {_MOST}, give as many"
            yield Complaint(steps, "example-phrase", text)
        if model is None or language is None:
            continue
        for index, phrase in enumerate(listing.example_phrases):
            check = _opening if index == 0 else _understood
            for problem in [*check(phrase, model, language), *_length(phrase)]:
                yield Complaint((*steps, index), "example-phrase", f"{phrase!r}: {problem}")


def _length(phrase: str) -> Iterator[str]:
    if len(phrase) > _LONGEST:
        yield f"has {len(phrase)} characters; the store takes {_LONGEST}, shorten it"


def _opening(phrase: str, model: Subject, language: Language) -> Iterator[str]:
    wanted = f"Alexa, {language.open_word} {model.model.invocation_name}"
    if phrase.rstrip(".").lower() != wanted.lower():
        yield f"the first phrase opens the skill; write {wanted!r}"


def _understood(phrase: str, model: Subject, language: Language) -> Iterator[str]:
    words = " ".join(re.sub(r"[^\w'\- ]", " ", phrase.lower()).split())
    invocation = model.model.invocation_name
    ways = "|".join(sorted(language.ask_words))
    links = "|".join(sorted(language.connecting))
    shot = re.fullmatch(rf"(?:alexa )?(?:{ways}) {re.escape(invocation)}(?: (?:{links}))? (.+)", words)
    spoken = {words.removeprefix("alexa "), shot[1] if shot else words}
    if not any(_fits(utterance, sample, model) for utterance in spoken for sample in model.samples):
        yield "no sample utterance has these words; take one that is in the model, its slots filled"


def _fits(utterance: str, sample: Sample, model: Subject) -> bool:
    if sample.slot is not None or not all(word in utterance for word in sample.literal.split()):
        return False
    pattern = re.escape(sample.text).replace(r"\{", "{").replace(r"\}", "}")
    return re.fullmatch(SLOT.sub(lambda slot: _values(slot[1], model), pattern), utterance) is not None


def _values(slot: str, model: Subject) -> str:
    """A pattern for what a custom type lists; what a built-in type takes is Amazon's business."""
    for slot_type in model.model.types:
        if slot_type.name == model.slot_types.get(slot):
            phrases = [phrase for value in slot_type.values for phrase in (value.name.value, *value.name.synonyms)]
            return f"(?:{'|'.join(map(re.escape, phrases))})"
    return ".+"
