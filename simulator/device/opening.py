"""How a skill is opened."""

_BY_LANGUAGE = {"en": "open {name}", "de": "öffne {name}"}


def opening(locale: str, name: str) -> str:
    """What somebody says to open a skill by its name; the bare name where the ears know no words of the language."""
    return _BY_LANGUAGE.get(locale[:2], "{name}").format(name=name)
