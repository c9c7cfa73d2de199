"""Reading a language's heard.yaml with the line of everything in it."""

from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from tools.heard_schema import Heard
from tools.places import Place, SourceError, Steps, YamlFile, read_yaml
from tools.templates import TemplateError, Templates


class HeardFile(NamedTuple):
    """A heard.yaml that keeps to the schema, and what is needed to expand it and to point into it."""

    heard: Heard
    source: YamlFile
    templates: Templates

    @property
    def language(self) -> str:
        """The language, which is the name of the folder that the file lies in."""
        return self.source.file.parent.name

    def place(self, steps: Steps) -> Place:
        """Where in the file a piece stands."""
        return self.source.place(steps)

    def expand(self, template: str, steps: Steps) -> list[str]:
        """The template's utterances; SourceError with the line when it cannot be expanded."""
        try:
            return self.templates.expand(template)
        except TemplateError as error:
            raise SourceError(self.place(steps), str(error)) from error


def read_heard(file: Path) -> HeardFile:
    """Read a heard.yaml; the first thing wrong raises SourceError with its line."""
    source = read_yaml(file)
    try:
        heard = Heard.model_validate(source.data)
    except ValidationError as error:
        first = error.errors()[0]
        steps = tuple(step for step in first["loc"] if step != "[key]")
        name = ".".join(map(str, steps))
        raise SourceError(source.place(steps), f"{name}: {first['msg']}; see tools/heard_schema.py") from error
    _check_regions(heard, source)
    return HeardFile(heard, source, _templates(heard, source))


def heard_files(root: Path) -> list[Path]:
    """Every heard.yaml of the project at ``root``, in order of language."""
    return sorted(root.glob("skill/languages/*/heard.yaml"))


def _templates(heard: Heard, source: YamlFile) -> Templates:
    for name, rule in heard.rules.items():
        try:
            Templates({name: rule})
        except TemplateError as error:
            raise SourceError(source.place(("rules", name)), str(error)) from error
    return Templates(heard.rules)


def _check_regions(heard: Heard, source: YamlFile) -> None:
    """A region may only add to intents and choices that the language has."""
    for locale, region in heard.locales.items():
        strangers: list[Steps] = [("samples", name) for name in region.samples if name not in heard.intents]
        for type_name, values in region.synonyms.items():
            known = heard.types.get(type_name, {})
            strangers += [("synonyms", type_name, value) for value in values if value not in known]
        for steps in strangers:
            place = source.place(("locales", locale, *steps))
            raise SourceError(place, f"{steps[-1]!r} is not in the language itself; add it there first")
