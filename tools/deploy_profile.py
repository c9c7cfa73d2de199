"""Whether somebody is signed in, to Amazon's developer account and to AWS, before anything is begun.

The ASK CLI would say so too, but late, in other words, or with the stack half made.
"""

import configparser
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from tools.deploy_choices import DeployImpossible

ALL_IN_ENVIRONMENT = "__ENVIRONMENT_ASK_PROFILE__"
"""The ASK CLI's own name for a profile that stands in environment variables alone."""
AWS_IN_ENVIRONMENT = "__AWS_CREDENTIALS_IN_ENVIRONMENT_VARIABLE__"
"""The ASK CLI's own name for AWS credentials in environment variables."""

_AWS_VARIABLES = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")
_TOKENS = ("ASK_ACCESS_TOKEN", "ASK_REFRESH_TOKEN")
_SIGN_IN = "node_modules/.bin/ask configure"


def profile_named(name: str | None, environment: Mapping[str, str]) -> str:
    """The profile that the ASK CLI would use."""
    return name or (
        ALL_IN_ENVIRONMENT if _whole(environment) else environment.get("ASK_DEFAULT_PROFILE") or "default"
    )


def check_signed_in(profile: str, home: Path, environment: Mapping[str, str], *, aws: bool) -> None:
    """Raises DeployImpossible, which says what is missing and how to get it; ``aws`` when AWS is needed as well."""
    if profile == ALL_IN_ENVIRONMENT:
        return
    known = _profiles(home)
    if profile not in known:
        raise DeployImpossible(f"nobody is signed in as {profile!r}: run {_SIGN_IN} --profile {profile}")
    if aws:
        _check_aws(profile, known[profile].get("aws_profile"), home, environment)


def _check_aws(profile: str, linked: str | None, home: Path, environment: Mapping[str, str]) -> None:
    if not linked:
        says = f"the profile {profile!r} has no AWS account: run {_SIGN_IN} --profile {profile} and link one"
        raise DeployImpossible(f"{says}, or deploy a service of your own with --web")
    if linked == AWS_IN_ENVIRONMENT:
        if missing := [name for name in _AWS_VARIABLES if not environment.get(name)]:
            raise DeployImpossible(f"there are no AWS credentials: set {' and '.join(missing)}")
    elif linked not in set(_aws_profiles(home, environment)):
        says = f"there are no AWS credentials for the AWS profile {linked!r}, which {profile!r} is linked to"
        raise DeployImpossible(f"{says}: add it to ~/.aws/credentials, or run {_SIGN_IN} --profile {profile} again")


def _profiles(home: Path) -> dict[str, dict[str, str]]:
    file = home / ".ask" / "cli_config"
    try:
        profiles = json.loads(file.read_text(encoding="utf-8"))["profiles"]
    except OSError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise DeployImpossible(f"{file} cannot be read: run {_SIGN_IN} again") from error
    return dict(profiles)


def _aws_profiles(home: Path, environment: Mapping[str, str]) -> Iterator[str]:
    """The names in AWS's files, of which the second writes "profile" before them."""
    credentials = environment.get("AWS_SHARED_CREDENTIALS_FILE") or home / ".aws" / "credentials"
    configuration = environment.get("AWS_CONFIG_FILE") or home / ".aws" / "config"
    for file in (credentials, configuration):
        read = configparser.RawConfigParser(strict=False)
        try:
            read.read(file, encoding="utf-8")
        except (configparser.Error, OSError, ValueError) as error:
            raise DeployImpossible(f"{file} cannot be read: {type(error).__name__}") from None
        yield from (section.removeprefix("profile ").strip() for section in read.sections())


def _whole(environment: Mapping[str, str]) -> bool:
    needed = all(environment.get(name) for name in (*_AWS_VARIABLES, "ASK_VENDOR_ID"))
    return needed and any(environment.get(name) for name in _TOKENS)
