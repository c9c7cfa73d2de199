"""Envelopes that no Alexa would send, at both doors of the skill, by the million.

    python -m tests.fuzz --inputs 1000000 --seed 1

Each input is a genuine envelope with something done to it: to its structure, to its bytes, or to the headers it
comes with. What must hold is in ``expected.py``; what did not is written into a folder, and becomes a test once it is
in ``corpus/``.
"""
