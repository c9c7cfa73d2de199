"""English number words."""

from simulator.ears.languages.language import Numbers

NUMBERS = Numbers(
    cardinals=("spellout-cardinal",),
    ordinals=("spellout-ordinal",),
    scales={
        "hundred": 100,
        "thousand": 1000,
        "lakh": 100_000,
        "lakhs": 100_000,
        "million": 1_000_000,
        "crore": 10_000_000,
        "crores": 10_000_000,
        "billion": 1_000_000_000,
    },
    and_="and",
    amounts={"a": 1, "an": 1, "a couple": 2, "a couple of": 2, "couple of": 2},
    also=(("hundred (?=.)", "hundred and "), ("^one hundred", "a hundred"), ("^one hundred", "hundred")),
    extra={"a dozen": 12, "thousand": 1000},
    extra_digits={"oh": 0, "o": 0, "nought": 0, "naught": 0, "nil": 0},
    multiples={"double": 2, "triple": 3, "treble": 3},
    ordinal_ends=("st", "nd", "rd", "th"),
    plus="plus",
)
