"""The word catalogues as their owners write them: texts by id, straight from the .po files."""

from functools import cache
from string import Formatter

from babel.messages.pofile import read_po

from tools.compile_words import LANGUAGES

INSTALLED = sorted({"en", "de"} | {file.parent.name for file in LANGUAGES.glob("*/said.po")})
"""The languages that there must be, and those that there are."""
KINDS = ("said", "messages")
OVERLAYS = sorted(
    (file.parent.name, kind, file.name.split(".")[1]) for kind in KINDS for file in LANGUAGES.glob(f"*/{kind}.*.po")
)
"""What regions say differently: (language, kind, locale)."""
FILES = sorted((file.parent.name, file.name) for file in LANGUAGES.glob("*/*.po"))
LOCALES = ("en-US", "en-GB", "en-CA", "en-AU", "en-IN", "de-DE")


@cache
def texts(language: str, file: str) -> dict[str, str]:
    """The texts of ``said``, ``messages`` or an overlay such as ``said.en-GB``, by id."""
    with (LANGUAGES / language / f"{file}.po").open("rb") as stream:
        catalogue = read_po(stream, abort_invalid=True)
    return {str(message.id): str(message.string) for message in catalogue if message.id}


def placeholders(text: str) -> set[str]:
    """The names in curly brackets."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}
