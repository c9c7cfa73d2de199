"""Whether somebody is signed in: what is missing is said before anything is begun."""

import json
from pathlib import Path

import pytest

from tools.deploy_choices import DeployImpossible
from tools.deploy_profile import ALL_IN_ENVIRONMENT, AWS_IN_ENVIRONMENT, check_signed_in, profile_named

AWS = {"AWS_ACCESS_KEY_ID": "a", "AWS_SECRET_ACCESS_KEY": "b"}
WHOLE = AWS | {"ASK_VENDOR_ID": "M", "ASK_REFRESH_TOKEN": "c"}


def _home(folder: Path, **profile: str) -> Path:
    (folder / ".ask").mkdir()
    (folder / ".ask" / "cli_config").write_text(json.dumps({"profiles": {"default": profile}}), encoding="utf-8")
    return folder


def test_the_profile_is_the_one_that_the_ask_cli_would_take() -> None:
    assert profile_named(None, {}) == "default"
    assert profile_named(None, {"ASK_DEFAULT_PROFILE": "work"}) == "work"
    assert profile_named(None, WHOLE | {"ASK_DEFAULT_PROFILE": "work"}) == ALL_IN_ENVIRONMENT
    assert profile_named("mine", WHOLE) == "mine"
    assert profile_named(None, AWS) == "default"


def test_whoever_never_signed_in_is_told_how(tmp_path: Path) -> None:
    with pytest.raises(DeployImpossible, match=r"nobody is signed in as 'default': run .*ask configure"):
        check_signed_in("default", tmp_path, {}, aws=False)


def test_a_configuration_that_is_none_is_refused(tmp_path: Path) -> None:
    (tmp_path / ".ask").mkdir()
    (tmp_path / ".ask" / "cli_config").write_text("[]", encoding="utf-8")
    with pytest.raises(DeployImpossible, match="cannot be read"):
        check_signed_in("default", tmp_path, {}, aws=False)


def test_a_service_of_ones_own_needs_no_aws(tmp_path: Path) -> None:
    check_signed_in("default", _home(tmp_path), {}, aws=False)


def test_lambda_needs_a_profile_with_aws(tmp_path: Path) -> None:
    with pytest.raises(DeployImpossible, match="has no AWS account"):
        check_signed_in("default", _home(tmp_path), {}, aws=True)


def test_credentials_may_stand_in_the_environment(tmp_path: Path) -> None:
    home = _home(tmp_path, aws_profile=AWS_IN_ENVIRONMENT)
    with pytest.raises(DeployImpossible, match="set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"):
        check_signed_in("default", home, {}, aws=True)
    check_signed_in("default", home, AWS, aws=True)


@pytest.mark.parametrize(("file", "section"), [("credentials", "work"), ("config", "profile work")])
def test_credentials_may_stand_in_awss_files(file: str, section: str, tmp_path: Path) -> None:
    home = _home(tmp_path, aws_profile="work")
    with pytest.raises(DeployImpossible, match="no AWS credentials for the AWS profile 'work'"):
        check_signed_in("default", home, {}, aws=True)
    (home / ".aws").mkdir()
    (home / ".aws" / file).write_text(f"[{section}]\naws_access_key_id = a%b\n", encoding="utf-8")
    check_signed_in("default", home, {}, aws=True)


def test_the_file_may_be_elsewhere(tmp_path: Path) -> None:
    home = _home(tmp_path, aws_profile="work")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_text("[work]\n", encoding="utf-8")
    check_signed_in("default", home, {"AWS_SHARED_CREDENTIALS_FILE": str(elsewhere)}, aws=True)


def test_a_file_that_cannot_be_read_is_named_and_not_quoted(tmp_path: Path) -> None:
    home = _home(tmp_path, aws_profile="work")
    (home / ".aws").mkdir()
    (home / ".aws" / "credentials").write_text("aws_secret_access_key = hush\n", encoding="utf-8")
    with pytest.raises(DeployImpossible, match="credentials cannot be read: MissingSectionHeaderError") as refused:
        check_signed_in("default", home, {}, aws=True)
    assert "hush" not in str(refused.value)


def test_a_profile_in_the_environment_needs_no_file(tmp_path: Path) -> None:
    check_signed_in(ALL_IN_ENVIRONMENT, tmp_path, WHOLE, aws=True)
