"""Speech as a person hears it: SSML without its tags."""

import html
import re

from simulator.ssml import Element, SsmlWrong, parse_ssml

SILENT_TAGS = frozenset({"audio", "alexa:name"})
"""Tags of which no written word is heard: a sound, or a name that only Alexa knows."""

PAUSES = frozenset({"break", "p", "s", "audio"})
"""Tags that part two words even where no space is written."""


def plain_text(speech: str) -> str:
    """The words of a speech, SSML or plain, with spaces tidied.

    A ``sub`` is heard as its alias, entities as their characters; pauses and sounds are dropped. Broken SSML, which
    the judge refuses, is stripped of its tags as well as may be.
    """
    if "<" not in speech:
        return _tidy(speech)
    try:
        return _tidy(_words(parse_ssml(speech)))
    except SsmlWrong:
        return _tidy(html.unescape(re.sub(r"<[^>]*>", " ", speech)))


def _words(element: Element) -> str:
    if element.tag == "sub" and "alias" in element.attributes:
        return element.attributes["alias"]
    if element.tag in SILENT_TAGS:
        return " "
    words = "".join(child if isinstance(child, str) else _words(child) for child in element.content)
    return f" {words} " if element.tag in PAUSES else words


def _tidy(words: str) -> str:
    return re.sub(r" (?=[,.;:?!])", "", " ".join(words.split()))
