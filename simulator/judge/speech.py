"""Rules of what is spoken: length, markup, and nothing in it that was meant for a machine."""

import re
from collections.abc import Iterator

from simulator.finding import CERTIFICATION, PLAIN_TEXT, RESPONSE, SSML, Finding
from simulator.judge.case import Case
from simulator.judge.response import Speech, SsmlSpeech
from simulator.judge.ssml_tags import MOST_AUDIO_TAGS, tag_findings
from simulator.plain_text import plain_text
from simulator.ssml import SsmlWrong, parse_ssml

MOST_CHARACTERS = 8_000
PLACEHOLDER = re.compile(r"\{[^{}]*\}|\[[^\[\]]*\]|%\(\w+\)[sd]|%[sd]\b")
"""What a template leaves behind when nobody filled it: {item}, [order number], %(item)s."""


def speech_rules(case: Case) -> Iterator[Finding]:
    """Every rule for outputSpeech and reprompt."""
    for place, speech in case.speeches:
        yield from _length(place, speech)
        yield from _markup(place, speech)
        yield from _placeholders(place, speech)
    yield from _sounds(case)


def _length(place: str, speech: Speech) -> Iterator[Finding]:
    length = len(speech.spoken)
    if length > MOST_CHARACTERS:
        says = f"{place} has {length} characters, tags counted; Amazon takes {MOST_CHARACTERS}"
        yield Finding("speech-length", says, RESPONSE)
    if not speech.spoken.strip():
        yield Finding("speech-empty", f"{place} is there but empty: leave it out or say something", RESPONSE)


def _markup(place: str, speech: Speech) -> Iterator[Finding]:
    if not isinstance(speech, SsmlSpeech):
        if re.search(r"</?[A-Za-z][^<>]*>", speech.text):
            yield Finding(
                "plain-text-markup", f"{place} is PlainText but holds tags; its type must be SSML", PLAIN_TEXT
            )
        return
    if not speech.ssml.strip():
        return
    try:
        root = parse_ssml(speech.ssml)
    except SsmlWrong as error:
        says = f"{place} is not well-formed SSML: {error}. Escape & < > in every value that goes into it"
        yield Finding("ssml-malformed", says, SSML)
        return
    yield from tag_findings(root, place)


def _sounds(case: Case) -> Iterator[Finding]:
    sounds = 0
    for _, speech in case.speeches:
        if isinstance(speech, SsmlSpeech):
            sounds += len(re.findall(r"<audio\b", speech.ssml))
    if sounds > MOST_AUDIO_TAGS:
        says = f"the response has {sounds} <audio> tags; Amazon takes {MOST_AUDIO_TAGS}"
        yield Finding("ssml-audio", says, SSML)


def _placeholders(place: str, speech: Speech) -> Iterator[Finding]:
    for placeholder in PLACEHOLDER.findall(plain_text(speech.spoken)):
        says = f"{place} speaks {placeholder}: a placeholder that nobody filled"
        yield Finding("placeholder", says, CERTIFICATION)
