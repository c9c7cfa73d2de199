"""Before anything is tested: the word catalogues are compiled when one is missing or older than its source."""

from tools.compile_words import LANGUAGES, compile_words


def pytest_sessionstart() -> None:
    catalogues = {source: source.with_suffix(".mo") for source in LANGUAGES.glob("*/*.po")}
    if any(not made.exists() or made.stat().st_mtime < source.stat().st_mtime for source, made in catalogues.items()):
        compile_words()
