"""Markup and text: what a person said goes into speech as text, and what is spoken is counted without its tags.

The standard library's ``html`` does the first as well, and loads a table of two thousand entities for it.
"""

import re

_NOT_IN_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
"""https://www.w3.org/TR/xml/#charsets"""
_ESCAPES = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;"), ("'", "&#x27;"))
"""The ampersand goes first, since the others bring it."""


def escape(text: str) -> str:
    """The text with the signs escaped that have a meaning in SSML, and a space for what no XML may hold."""
    if not text.isprintable():
        text = re.sub(_NOT_IN_XML, " ", text)
    for sign, escaped in _ESCAPES:
        text = text.replace(sign, escaped)
    return text


def without_tags(fragment: str) -> str:
    """The fragment with a space in place of each tag; what was escaped stays so."""
    return " ".join(piece.rpartition(">")[2] for piece in fragment.split("<"))
