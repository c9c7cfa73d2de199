"""Text in markup, and markup as text: as the standard library would do it."""

import html
import re

import pytest

from skill.wording.ssml import escape, without_tags

TEXTS = ("", "plain", "Q&A", "<b>", "a 5\" screen, it's", "&amp;", "x < y > z & \"w\" 'v'", "Grüße 👋")
FRAGMENTS = (
    "",
    "plain words",
    'call <say-as interpret-as="telephone">1</say-as> now',
    "<p>one</p><p>two</p>",
    "&lt;b&gt;",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_escaped_as_html_escapes_it(text: str) -> None:
    assert escape(text) == html.escape(text)


@pytest.mark.parametrize("sign", ["\0", "\x07", "\x1b", "\ud800", "\uffff"])
def test_what_no_markup_may_hold_is_a_space(sign: str) -> None:
    assert escape(f"tea{sign}pot") == "tea pot"


@pytest.mark.parametrize("fragment", FRAGMENTS)
def test_words_stand_apart_where_a_tag_was(fragment: str) -> None:
    assert without_tags(fragment).split() == re.sub("<[^>]*>", " ", fragment).split()
