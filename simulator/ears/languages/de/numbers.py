"""German number words."""

from simulator.ears.languages.language import Numbers

NUMBERS = Numbers(
    cardinals=(
        "spellout-numbering",
        "spellout-cardinal-neuter",
        "spellout-cardinal-feminine",
        "spellout-cardinal-n",
        "spellout-cardinal-r",
        "spellout-cardinal-s",
        "spellout-cardinal-m",
    ),
    ordinals=(
        "spellout-ordinal",
        "spellout-ordinal-n",
        "spellout-ordinal-r",
        "spellout-ordinal-s",
        "spellout-ordinal-m",
    ),
    scales={
        "hundert": 100,
        "tausend": 1000,
        "million": 1_000_000,
        "millionen": 1_000_000,
        "milliarde": 1_000_000_000,
        "milliarden": 1_000_000_000,
    },
    glued={"tausend": 1000, "hundert": 100},
    and_="und",
    amounts=dict.fromkeys(("ne", "ner", "nem", "nen"), 1),
    also=(("^einhundert", "hundert"), ("hundert(?=.)", "hundertund"), ("zwei(?!te)", "zwo")),
    extra={"tausend": 1000, "ein dutzend": 12},
    extra_digits={"zwo": 2},
    multiples={"doppel": 2, "doppelt": 2, "zweimal": 2, "zweimal die": 2, "dreimal": 3, "dreimal die": 3},
    ordinal_ends=("", "te", "ten", "ter", "tes"),
    plus="plus",
)
