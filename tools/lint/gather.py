"""Runs the rules over a project and gives every complaint its file and line.

What a template made is shown where it stands in heard.yaml, and a model file that is not what heard.yaml makes is
shown as stale. A model that no heard.yaml makes is checked as it is, with its own lines.
"""

import json
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from tools.build_models import COMMAND
from tools.free_text import free_text_json
from tools.heard_file import HeardFile, heard_files, read_heard
from tools.interaction_model import ModelFile
from tools.lint.complaint import Complaint, Finding
from tools.lint.manifest_subject import ManifestSubject
from tools.lint.rules import MANIFEST_RULES, MODEL_RULES
from tools.lint.subject import Subject
from tools.manifest_schema import ManifestFile
from tools.model_builder import Origins, build_model
from tools.places import Place, SourceError, Steps, json_line

_Schema = TypeVar("_Schema", bound=BaseModel)
Locate = Callable[[Steps], Place]


class _Checked(NamedTuple):
    subject: Subject
    locate: Locate


def lint(root: Path) -> list[Finding]:
    """Everything wrong in the project at ``root``, each thing once, in the order of files and lines."""
    findings: list[Finding] = []
    checked = {one.subject.locale: one for one in _models(root, findings)}
    for subject, locate in checked.values():
        findings += _located((complaint for rule in MODEL_RULES for complaint in rule(subject)), locate)
    models = {locale: one.subject for locale, one in checked.items()}
    findings += _manifest(root, models)
    return sorted(set(findings), key=lambda finding: (finding.place, finding.rule, finding.text))


def _models(root: Path, findings: list[Finding]) -> Iterator[_Checked]:
    seen: set[Path] = set()
    for source in heard_files(root):
        try:
            heard_file = read_heard(source)
            _fresh(source.with_suffix(".json"), free_text_json(heard_file), findings)
            for locale in heard_file.heard.locales:
                file = root / "interaction_models" / f"{locale}.json"
                seen.add(file)
                yield from _model(file, heard_file, locale, findings)
        except SourceError as error:
            findings.append(Finding(error.place, "source", error.text))
    for file in sorted(root.glob("interaction_models/*.json")):
        if file not in seen:
            yield from _by_hand(file, findings)


def _model(file: Path, heard_file: HeardFile, locale: str, findings: list[Finding]) -> Iterator[_Checked]:
    built = build_model(heard_file, locale)
    text = built.model.to_json()
    yield _Checked(Subject(locale, built.model, len(text.encode())), _through(built.origins, heard_file))
    _fresh(file, text, findings)


def _fresh(file: Path, text: str, findings: list[Finding]) -> None:
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        findings.append(Finding(Place(file, 1), "stale", f"not what heard.yaml makes; run `{COMMAND}`"))


def _by_hand(file: Path, findings: list[Finding]) -> Iterator[_Checked]:
    """A model that no heard.yaml makes, such as one for a language that is kept by hand."""
    text = file.read_text(encoding="utf-8")
    model = _parsed(ModelFile, file, text, findings)
    if model is not None:
        yield _Checked(Subject(file.stem, model, len(text.encode())), _in_json(file, text))


def _manifest(root: Path, models: dict[str, Subject]) -> list[Finding]:
    file = root / "skill.json"
    if not file.exists():
        return [Finding(Place(file, 1), "manifest", "there is no skill.json; add it")]
    text, findings = file.read_text(encoding="utf-8"), list[Finding]()
    parsed = _parsed(ManifestFile, file, text, findings)
    if parsed is not None:
        subject = ManifestSubject(parsed.manifest, models, root)
        complaints = (complaint for rule in MANIFEST_RULES for complaint in rule(subject))
        findings += _located(complaints, _in_json(file, text))
    return findings


def _parsed(schema: type[_Schema], file: Path, text: str, findings: list[Finding]) -> _Schema | None:
    try:
        return schema.model_validate(json.loads(text))
    except json.JSONDecodeError as error:
        findings.append(Finding(Place(file, error.lineno), "shape", f"not valid JSON: {error.msg}; correct it"))
    except ValidationError as error:
        for problem in error.errors():
            name = ".".join(map(str, problem["loc"]))
            place = Place(file, json_line(text, problem["loc"]))
            findings.append(Finding(place, "shape", f"{name}: {problem['msg']}; correct it"))
    return None


def _located(complaints: Iterable[Complaint], locate: Locate) -> Iterator[Finding]:
    for steps, rule, text in complaints:
        yield Finding(locate(steps), rule, text)


def _in_json(file: Path, text: str) -> Locate:
    return lambda steps: Place(file, json_line(text, steps))


def _through(origins: Origins, heard_file: HeardFile) -> Locate:
    """From the steps in the model to the line in heard.yaml that made the piece, or the one around it."""

    def locate(steps: Steps) -> Place:
        while steps not in origins:
            steps = steps[:-1]
        return heard_file.place(origins[steps])

    return locate
