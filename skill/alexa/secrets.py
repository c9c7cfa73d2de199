"""What nobody should say to a skill: passwords, codes, card and bank numbers. Found before anything is taken from it.

A false alarm costs the person one sentence; a number that slips through would stand on a card. Order numbers have
seventeen digits and belong to no card scheme.
"""

import re

from skill.alexa.free_text import digits, phrase, plain, vocabulary

_CARDS = r"(?a:3[47]\d{13}|(?:4\d{3}|5[1-5]\d{2}|2[2-7]\d{2}|6\d{3})\d{12}(?:\d{3})?)"
"""How the card numbers that private persons have begin, and how long they are (ISO/IEC 7812)."""
_IBAN = r"\b([a-z]{2})(\d{2})((?: ?[a-z0-9]){11,30})\b"
_SHORTEST_NUMBER = 15
"""Characters that a card number or an IBAN has at least. Said in words it has more."""
_LETTER_OFFSET = 55
_IBAN_MODULUS = 97


def is_secret(text: str, locale: str) -> bool:
    """Whether the text tells a secret: names one ("my password is ..."), or holds a card number or an IBAN."""
    if _names_one(text, locale):
        return True
    return len(text) >= _SHORTEST_NUMBER and (_is_card(digits(text, locale) or "") or _holds_iban(text))


def _names_one(text: str, locale: str) -> bool:
    return phrase(text, vocabulary(locale).secrets) is not None


def _is_card(number: str) -> bool:
    return bool(re.fullmatch(_CARDS, number)) and _luhn(number)


def _luhn(number: str) -> bool:
    """The check digit of card numbers: from the right, every second digit doubled and its digits added."""
    doubled = [sum(divmod(int(digit) * 2, 10)) for digit in number[-2::-2]]
    return (sum(doubled) + sum(int(digit) for digit in number[-1::-2])) % 10 == 0


def _holds_iban(text: str) -> bool:
    return any(_is_iban("".join(match.groups()).replace(" ", "")) for match in re.finditer(_IBAN, plain(text)))


def _is_iban(iban: str) -> bool:
    """ISO 13616: the first four characters moved to the end, letters as numbers, the rest by 97 is 1."""
    moved = (iban[4:] + iban[:4]).upper()
    return int("".join(str(ord(c) - _LETTER_OFFSET) if c.isalpha() else c for c in moved)) % _IBAN_MODULUS == 1
