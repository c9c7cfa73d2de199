"""Mistakes in skill.json: each is found on its line, under its rule."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.tools.tiny import line_of, manifest, plant_and_build
from tools.lint.__main__ import main
from tools.lint.gather import lint

Json = dict[str, Any]


class Mistake(NamedTuple):
    """What spoils the manifest, the rule that it breaks, and a text on the line that is to be named."""

    spoil: Callable[[Json], object]
    rule: str
    at: str


def _listing(data: Json) -> Json:
    listing: Json = data["publishingInformation"]["locales"]["en-US"]
    return listing


def _say(phrase: str) -> Callable[[Json], object]:
    return lambda data: _listing(data).update(
        examplePhrases=["Alexa, open tea garden", "Alexa, ask tea garden to order tea", phrase]
    )


def _privacy(data: Json) -> Json:
    declared: Json = data["privacyAndCompliance"]
    return declared


def _endpoint(**parts: str) -> Callable[[Json], object]:
    return lambda data: data["apis"]["custom"].update(endpoint=parts)


MISTAKES = {
    "a locale without a model": Mistake(
        lambda data: data["publishingInformation"]["locales"].update({"nl-NL": {}}), "locales", '"nl-NL"'
    ),
    "a model without a locale": Mistake(
        lambda data: data["publishingInformation"]["locales"].pop("en-GB"), "locales", '"locales"'
    ),
    "a first phrase that does not open the skill": Mistake(
        lambda data: _listing(data)["examplePhrases"].__setitem__(0, "Alexa, open the garden"),
        "example-phrase",
        "open the garden",
    ),
    "a phrase that no sample has": Mistake(_say("Bring me a pot of it"), "example-phrase", "a pot of it"),
    "a phrase with a value that no type has": Mistake(_say("I want a small oolong"), "example-phrase", "oolong"),
    "a phrase with another skill's name": Mistake(
        _say("Alexa, ask tea house to order tea"), "example-phrase", "tea house"
    ),
    "a phrase that is only a slot sample": Mistake(_say("A sencha"), "example-phrase", "A sencha"),
    "two phrases instead of three": Mistake(
        lambda data: _listing(data)["examplePhrases"].pop(), "example-phrase", "examplePhrases"
    ),
    "a name of one letter": Mistake(lambda data: _listing(data).update(name="T"), "name-length", '"name": "T"'),
    "a name with a mark of Amazon's": Mistake(
        lambda data: _listing(data).update(name="Tea for Alexa"), "trademark", "Tea for Alexa"
    ),
    "a summary that is too long": Mistake(
        lambda data: _listing(data).update(summary="tea " * 41), "summary-length", "tea tea"
    ),
    "a description that is too long": Mistake(
        lambda data: _listing(data).update(description=_listing(data)["description"] + " tea" * 1000),
        "description-length",
        "tea tea",
    ),
    "a description without the notice": Mistake(
        lambda data: _listing(data).update(description="The official tea."), "not-affiliated", "The official tea"
    ),
    "too many keywords": Mistake(
        lambda data: _listing(data).update(keywords=[f"tea {'i' * count}" for count in range(31)]),
        "keywords",
        '"keywords"',
    ),
    "a keyword twice": Mistake(
        lambda data: _listing(data)["keywords"].append("tea house") or _listing(data)["keywords"].append("tea house"),
        "keywords",
        '"tea house"',
    ),
    "an icon that is not there": Mistake(
        lambda data: _listing(data).update(largeIconUri="file://assets/tea.png"), "icon", "tea.png"
    ),
    "no testing instructions": Mistake(
        lambda data: data["publishingInformation"].update(testingInstructions=" "),
        "testing-instructions",
        "testingInstructions",
    ),
    "no category": Mistake(lambda data: data["publishingInformation"].update(category=""), "category", '"category"'),
    "no privacy section": Mistake(lambda data: data.pop("privacyAndCompliance"), "privacy", '"manifest": {'),
    "something about privacy not declared": Mistake(
        lambda data: _privacy(data).pop("containsAds"), "privacy", "privacyAndCompliance"
    ),
    "no privacy page in a locale": Mistake(
        lambda data: _privacy(data)["locales"]["en-US"].clear(), "privacy", '"en-US": {}'
    ),
    "a privacy page without https": Mistake(
        lambda data: _privacy(data)["locales"].update({"en-US": {"privacyPolicyUrl": "http://tea.example.org"}}),
        "privacy",
        '"en-US": {',
    ),
    "a permission that does not exist": Mistake(
        lambda data: data["permissions"].append({"name": "alexa::tea:read"}), "permission", "{"
    ),
    "no endpoint": Mistake(lambda data: data["apis"]["custom"].clear(), "endpoint", '"manifest": {'),
    "an endpoint without https": Mistake(
        _endpoint(uri="http://tea.example.org", sslCertificateType="Trusted"), "endpoint", "http://tea"
    ),
    "an https endpoint without a kind of certificate": Mistake(
        _endpoint(uri="https://tea.example.org"), "endpoint", "https://tea"
    ),
    "a mark of Amazon's in the endpoint's host": Mistake(
        _endpoint(uri="https://alexa.example.org", sslCertificateType="Trusted"), "trademark", "https://alexa"
    ),
    "a mark of Amazon's in a page's host": Mistake(
        lambda data: _privacy(data)["locales"]["en-US"].update(termsOfUseUrl="https://amazon-tea.example.org"),
        "trademark",
        "amazon-tea",
    ),
    "a text where a list should be": Mistake(
        lambda data: _listing(data).update(keywords="tea"), "shape", '"keywords"'
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_in_the_manifest_is_found_on_its_line(name: str, tmp_path: Path) -> None:
    mistake = MISTAKES[name]
    data = manifest()
    mistake.spoil(data["manifest"])
    plant_and_build(tmp_path, skill=data)
    file = tmp_path / "skill.json"
    lines = file.read_text(encoding="utf-8").split("\n")
    found = {finding for finding in lint(tmp_path) if finding.rule == mistake.rule}
    assert found
    assert all(finding.place.file == file for finding in found)
    assert any(mistake.at in lines[finding.place.line - 1] for finding in found)


def test_a_phrase_may_be_said_in_the_session_or_in_one_shot(tmp_path: Path) -> None:
    for phrase in ("Order tea.", "Alexa, tell tea garden I want a big green tea", "Alexa, ask tea garden order tea"):
        data = manifest()
        _say(phrase)(data["manifest"])
        plant_and_build(tmp_path, skill=data)
        assert lint(tmp_path) == []


def test_a_lambda_needs_no_certificate_and_its_host_may_be_amazons(tmp_path: Path) -> None:
    for uri in ("arn:aws:lambda:eu-west-1:123:function:tea", "https://tea.execute-api.eu-west-1.amazonaws.com/"):
        data = manifest()
        parts = {"uri": uri, "sslCertificateType": "Wildcard"} if uri.startswith("https") else {"uri": uri}
        _endpoint(**parts)(data["manifest"])
        plant_and_build(tmp_path, skill=data)
        assert lint(tmp_path) == []


def test_a_missing_manifest_is_a_finding(tmp_path: Path) -> None:
    plant_and_build(tmp_path)
    (tmp_path / "skill.json").unlink()
    assert [finding.rule for finding in lint(tmp_path)] == ["manifest"]


def test_the_command_prints_a_finding_a_line_and_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant_and_build(tmp_path)
    assert main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == ""
    data = manifest()
    data["manifest"]["publishingInformation"]["category"] = ""
    plant_and_build(tmp_path, skill=data)
    assert main(["--root", str(tmp_path)]) == 1
    file = tmp_path / "skill.json"
    line = line_of(file, '"category"')
    message = "category: the category is missing; choose one of the store's"
    assert capsys.readouterr().out == f"{file}:{line}: {message}\n"
