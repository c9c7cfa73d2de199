"""Sentence templates."""

import pytest

from tools.templates import TemplateError, Templates


@pytest.mark.parametrize(
    ("template", "utterances"),
    [
        ("order tea", ["order tea"]),
        ("(green|black) tea", ["green tea", "black tea"]),
        ("tea [please]", ["tea please", "tea"]),
        ("[with]in {days} days", ["within {days} days", "in {days} days"]),
        (
            "<want> {tea} [on {day}]",
            ["i want {tea} on {day}", "i want {tea}", "give me {tea} on {day}", "give me {tea}"],
        ),
        ("it's   (a|) {tea}'s", ["it's a {tea}'s", "it's {tea}'s"]),
    ],
)
def test_a_template_stands_for_its_utterances_in_order(template: str, utterances: list[str]) -> None:
    assert Templates({"want": "(i want|give me)"}).expand(template) == utterances


@pytest.mark.parametrize(
    "template", ["", "  ", "(tea", "tea)x)", "[tea", "{tea", "<want", "<nowhere> tea", "<again>"]
)
def test_a_template_that_does_not_hold_is_an_error_that_says_why(template: str) -> None:
    with pytest.raises(TemplateError, match="template"):
        Templates({"again": "tea <again>"}).expand(template)
