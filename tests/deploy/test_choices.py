"""What somebody chooses for a deployment: it is checked, and holds for the next time."""

from pathlib import Path

import pytest

from tools.deploy_choices import Choices, DeployImpossible, keep_choices, read_choices


def test_whoever_chose_nothing_gets_lambda_in_virginia(tmp_path: Path) -> None:
    choices = read_choices(tmp_path, "default")
    assert (choices.web, choices.region, choices.architecture) == (None, "us-east-1", "arm64")


def test_what_was_chosen_holds_until_it_is_chosen_otherwise(tmp_path: Path) -> None:
    chosen = Choices().changed(region="eu-west-1", stack={"AlarmMail": "someone@example.org"})
    keep_choices(tmp_path / "states", "default", chosen)
    again = read_choices(tmp_path / "states", "default").changed(region=None, architecture="x86_64")
    assert again.region == "eu-west-1"
    assert again.stack == {"AlarmMail": "someone@example.org"}
    assert again.architecture == "x86_64"


def test_profiles_have_choices_of_their_own(tmp_path: Path) -> None:
    keep_choices(tmp_path, "default", Choices().changed(region="eu-west-1"))
    keep_choices(tmp_path, "other", Choices().changed(region="us-west-2"))
    assert read_choices(tmp_path, "default").region == "eu-west-1"
    assert read_choices(tmp_path, "third").region == "us-east-1"


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("web", "http://skill.example.org/alexa", "https addresses on port 443"),
        ("web", "https://skill.example.org:8443/alexa", "https addresses on port 443"),
        ("web", "https:///alexa", "https addresses on port 443"),
        ("web", "https://skill.example.org/alexa?a=b", "https addresses on port 443"),
        ("certificate", "trusted", "certificate: .*'Trusted', 'Wildcard' or 'SelfSigned'"),
        ("region", "ireland", "region: "),
        ("architecture", "arm", "architecture: .*'arm64' or 'x86_64'"),
        ("stack", {"SkillId": "a"}, "no such parameter: SkillId; it has Memory"),
    ],
)
def test_a_choice_that_cannot_be_is_refused_with_what_could_be(name: str, value: object, says: str) -> None:
    with pytest.raises(DeployImpossible, match=says):
        Choices().changed(**{name: value})


@pytest.mark.parametrize("content", ["{", "[]", '{"default": {"web": 5}}', '{"default": {"strange": "a"}}'])
def test_a_file_that_is_not_ours_is_refused(content: str, tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text(content, encoding="utf-8")
    with pytest.raises(DeployImpossible):
        read_choices(tmp_path, "default")
