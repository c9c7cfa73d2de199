"""SSML as it is heard."""

from xml.etree import ElementTree


def heard(fragment: str) -> str:
    """The text of a fragment without its tags, entities resolved. Raises ``ParseError`` on invalid XML."""
    return "".join(ElementTree.fromstring(f"<speak>{fragment}</speak>").itertext())
