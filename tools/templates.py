"""Sentence templates to utterances: ``(a|b) [optional] {slot} <rule>``, expanded by hassil."""

from collections.abc import Iterator, Mapping

from hassil.errors import HassilError
from hassil.expression import Sentence
from hassil.parse_expression import parse_sentence
from hassil.parser import ParseError
from hassil.sample import sample_expression


class TemplateError(ValueError):
    """A template cannot be read or expanded; the message says which and why."""


class Templates:
    """The templates of one language, which share its rules."""

    def __init__(self, rules: Mapping[str, str]) -> None:
        """Take the rules, name to template; raises TemplateError for one that cannot be read."""
        self._rules = {name: _parse(rule) for name, rule in rules.items()}

    def expand(self, template: str) -> list[str]:
        """Every utterance that the template stands for, in its order; slots stay ``{slot}``."""
        try:
            return [" ".join(utterance.split()) for utterance in self._sample(_parse(template))]
        except (HassilError, RecursionError) as error:
            raise TemplateError(f"the template {template!r} cannot be expanded: {error}") from error

    def _sample(self, sentence: Sentence) -> Iterator[str]:
        yield from sample_expression(sentence.expression, None, self._rules, expand_lists=False)


def _parse(template: str) -> Sentence:
    if not template.strip():
        raise TemplateError("the template is blank")
    try:
        return parse_sentence(template)
    except ParseError as error:
        raise TemplateError(f"the template {template!r} cannot be read: {error}") from error
