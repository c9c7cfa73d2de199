"""SSML as a small tree, read strictly: what does not parse here would be refused by Alexa.

Source: speech-synthesis-markup-language-ssml-reference. Names such as ``amazon:effect`` are not namespaces there but
plain names, which is why the reader does no namespace processing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Union
from xml.parsers import expat


class SsmlWrong(ValueError):  # noqa: N818 - it reads as a sentence
    """The text is not well-formed SSML; the message says what is wrong and where."""


@dataclass(frozen=True)
class Element:
    """One tag with its attributes; ``content`` holds its text and its inner tags in their order."""

    tag: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    content: list[Union[str, "Element"]] = field(default_factory=list)

    def walk(self) -> Iterator["Element"]:
        """The element itself and every one inside it, outermost first."""
        yield self
        for child in self.content:
            if isinstance(child, Element):
                yield from child.walk()


def parse_ssml(text: str) -> Element:
    """The tree of a piece of SSML; raises SsmlWrong when it is not well-formed XML."""
    outside = Element("")
    stack = [outside]

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = Element(tag, attributes)
        stack[-1].content.append(element)
        stack.append(element)

    def end(_tag: str) -> None:
        stack.pop()

    def characters(data: str) -> None:
        stack[-1].content.append(data)

    def doctype(*_: object) -> None:
        raise SsmlWrong("it has a document type declaration")

    parser = expat.ParserCreate()
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = doctype
    try:
        parser.Parse(text.encode("utf-8"), True)
    except expat.ExpatError as error:
        place = text.encode()[max(0, parser.ErrorByteIndex - 20) : parser.ErrorByteIndex + 20]
        raise SsmlWrong(f"{expat.ErrorString(error.code)} near {place.decode(errors='ignore')!r}") from error
    except UnicodeEncodeError as error:
        raise SsmlWrong("it holds half of a surrogate pair, which is no character") from error
    root = outside.content[0]
    assert isinstance(root, Element)
    return root
