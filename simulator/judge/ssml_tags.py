"""The SSML tags that Alexa knows, and what their attributes may hold.

Source: speech-synthesis-markup-language-ssml-reference.
"""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from simulator.finding import SSML, Finding
from simulator.ssml import Element

LONGEST_BREAK_MS = 10_000
MOST_AUDIO_TAGS = 5
"""In one response, speech and reprompt together."""


class Tag(NamedTuple):
    """A tag's attributes, each with the pattern of its whole value, and those that it cannot do without."""

    attributes: Mapping[str, str] = MappingProxyType({})
    needs: tuple[str, ...] = ()


ANYTHING = ".+"
TAGS = {
    "speak": Tag(),
    "p": Tag(),
    "s": Tag(),
    "break": Tag({"strength": "none|x-weak|weak|medium|strong|x-strong", "time": r"\d+(\.\d+)?(ms|s)"}),
    "say-as": Tag(
        {
            "interpret-as": "characters|spell-out|cardinal|number|ordinal|digits|fraction|unit|date|time|telephone"
            "|address|interjection|expletive",
            "format": "mdy|dmy|ymd|md|dm|ym|my|d|m|y",
        },
        ("interpret-as",),
    ),
    "sub": Tag({"alias": ANYTHING}, ("alias",)),
    "phoneme": Tag({"alphabet": "ipa|x-sampa", "ph": ANYTHING}, ("alphabet", "ph")),
    "lang": Tag({"xml:lang": "[a-z]{2}-[A-Z]{2}"}, ("xml:lang",)),
    "voice": Tag({"name": ANYTHING}, ("name",)),
    "prosody": Tag(
        {
            "rate": r"x-slow|slow|medium|fast|x-fast|\d+%",
            "pitch": r"x-low|low|medium|high|x-high|[+-]\d+(\.\d+)?%",
            "volume": r"silent|x-soft|soft|medium|loud|x-loud|[+-]\d+(\.\d+)?dB",
        }
    ),
    "emphasis": Tag({"level": "strong|moderate|reduced"}),
    "w": Tag({"role": "(amazon|ivona):.+"}, ("role",)),
    "audio": Tag({"src": "(https|soundbank)://.+"}, ("src",)),
    "amazon:effect": Tag({"name": "whispered"}, ("name",)),
    "amazon:emotion": Tag({"name": "excited|disappointed", "intensity": "low|medium|high"}, ("name", "intensity")),
    "amazon:domain": Tag({"name": "conversational|fun|long-form|music|news"}, ("name",)),
    "alexa:name": Tag({"type": "first|last|full", "personId": ANYTHING}, ("type", "personId")),
}


def tag_findings(root: Element, place: str) -> Iterator[Finding]:
    """Every tag of a speech is one that Alexa knows, with values that she takes."""
    if root.tag != "speak":
        yield Finding("ssml-root", f"{place}: the outermost tag is <{root.tag}>; it must be <speak>", SSML)
    for element in root.walk():
        if element.tag == "speak" and element is not root:
            yield Finding("ssml-root", f"{place}: a <speak> stands inside another", SSML)
        tag = TAGS.get(element.tag)
        if tag is None:
            yield Finding("ssml-tag", f"{place}: Alexa has no tag <{element.tag}>", SSML)
        else:
            yield from _attributes(element, tag, place)


def _attributes(element: Element, tag: Tag, place: str) -> Iterator[Finding]:
    for name in tag.needs:
        if name not in element.attributes:
            yield Finding("ssml-attribute", f"{place}: <{element.tag}> needs {name}", SSML)
    for name, value in element.attributes.items():
        pattern = tag.attributes.get(name)
        if pattern is None:
            yield Finding("ssml-attribute", f"{place}: <{element.tag}> has no attribute {name}", SSML)
        elif not re.fullmatch(pattern, value):
            says = f'{place}: <{element.tag} {name}="{value}"> is not one of {pattern}'
            yield Finding("ssml-attribute", says, SSML)
        elif name == "time" and _milliseconds(value) > LONGEST_BREAK_MS:
            yield Finding("ssml-break", f"{place}: a break of {value} is longer than ten seconds", SSML)


def _milliseconds(time: str) -> float:
    return float(time.removesuffix("ms")) if time.endswith("ms") else 1000 * float(time.removesuffix("s"))
