"""Compiling the word catalogues."""

import gettext
from pathlib import Path

import pytest

from tools.compile_words import LANGUAGES, compile_words

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def write(folder: Path, name: str, text: str) -> Path:
    """A catalogue with this text under its header."""
    file = folder / name
    file.parent.mkdir(exist_ok=True)
    file.write_text(HEADER + text, encoding="utf-8")
    return file


def read(source: Path) -> gettext.GNUTranslations:
    """The compiled catalogue beside a source."""
    with source.with_suffix(".mo").open("rb") as stream:
        return gettext.GNUTranslations(stream)


def test_each_catalogue_is_compiled_beside_its_source(tmp_path: Path) -> None:
    german = write(tmp_path, "de/said.po", 'msgid "greeting"\nmsgstr "Grüß dich"\n')
    overlay = write(tmp_path, "en/said.en-GB.po", 'msgid "colour"\nmsgstr "colour"\n')
    assert compile_words(tmp_path) == 2
    assert read(german).gettext("greeting") == "Grüß dich"
    assert overlay.with_suffix(".mo").name == "said.en-GB.mo"
    assert read(overlay).gettext("colour") == "colour"


def test_an_older_compilation_is_replaced(tmp_path: Path) -> None:
    source = write(tmp_path, "en/said.po", 'msgid "greeting"\nmsgstr "Hello"\n')
    compile_words(tmp_path)
    write(tmp_path, "en/said.po", 'msgid "greeting"\nmsgstr "Hi"\n')
    compile_words(tmp_path)
    assert read(source).gettext("greeting") == "Hi"


def test_without_catalogues_nothing_is_compiled(tmp_path: Path) -> None:
    assert compile_words(tmp_path) == 0


def test_a_catalogue_with_a_fault_stops_the_build_and_names_the_place(tmp_path: Path) -> None:
    source = write(tmp_path, "en/said.po", 'msgid "greeting"\nmsgstr "Hello"\nstray words\n')
    with pytest.raises(SystemExit) as stopped:
        compile_words(tmp_path)
    assert str(stopped.value).startswith(f"{source}:6: ")
    assert str(stopped.value).endswith("; mend the catalogue")


def test_every_catalogue_of_the_skill_is_compiled_before_the_tests() -> None:
    sources = list(LANGUAGES.glob("*/*.po"))
    assert sources
    for source in sources:
        assert source.with_suffix(".mo").stat().st_mtime >= source.stat().st_mtime
