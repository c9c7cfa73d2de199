"""The page for whoever hosts the service says what the code does."""

import re
from pathlib import Path

from skill.alexa.verifier import admission, fetch
from skill.in_time import LIMITS
from skill.settings import SKILL_ID, STORE
from skill.web import app, serving
from skill.web.settings import WebSettings

PAGE = (Path(__file__).parents[2] / "docs" / "serve.md").read_text(encoding="utf-8")


def test_its_table_has_every_variable_and_no_other() -> None:
    told = re.findall(r"^\| `(CASE_COMPASS_\w+)` \|", PAGE, re.MULTILINE)
    own = [field.alias for field in WebSettings.model_fields.values() if field.alias]
    assert sorted(told) == sorted([SKILL_ID, STORE, *own])


def test_its_table_has_the_defaults() -> None:
    defaults = dict(re.findall(r"^\| `(CASE_COMPASS_\w+)` \| `([^`]+)`", PAGE, re.MULTILINE))
    for field in WebSettings.model_fields.values():
        if field.alias and field.default is not None:
            assert defaults[field.alias] == str(field.default), field.alias


def test_it_has_the_limits() -> None:
    for told in (
        f"| {serving.HEADER_LIMIT_BYTES // 1024} KB, {serving.HEADER_SECONDS} seconds,",
        f"| {app.BODY_LIMIT_BYTES // 1024} KB, {app.BODY_SECONDS:.0f} seconds;",
        f"| {serving.CONNECTIONS} in each worker;",
        f"| {LIMITS.turn} seconds of its own,",
        f"| {fetch.LIMIT_BYTES // 1024} KB, {fetch.TIMEOUT_SECONDS + 0.5} seconds,",
        f"| {admission.AT_ONCE} at once, then one a second,",
    ):
        assert told in PAGE, told
