"""Values of slots that do arrive, and that a skill has to survive."""

QUESTION_MARK = "?"
"""What Alexa sends for a number that she did not understand."""

HOSTILE = {
    "an unknown word": "flurbelnox",
    "a question mark": QUESTION_MARK,
    "nothing": "",
    "blanks": "   ",
    "very long": "and so on and on " * 120,
    "many digits": "9" * 400,
    "control characters": "one\x00two\x1bthree\r\nfour",
    "markup": '</speak><break time="99h"/> A & B < C > "D" \'E\'',
    "braces": "{item} {0} [name] %s %(x)s ${y} {{z}}",
    "emoji": "\U0001f469\u200d\U0001f680 \U0001f4e6\ufe0f",
    "right to left": "\u202eabc\u202c \u05e9\u05dc\u05d5\u05dd \u0645\u0631\u062d\u0628\u0627",
    "another type": "2026-02-30T25:61",
}
"""By what is wrong with them. A value of another type is a date for a number and no date for a date."""
