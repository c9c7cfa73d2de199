"""How well people are heard, by matchers that share no code.

What people say stands in tests/hearing/<language>.yaml. The ears of the simulator (ears.py) match the samples of the
interaction models strictly; similarity.py learns from the same samples and knows nothing of the ears. Where both fail,
the samples are at fault; where only the ears do, they are stricter than a trained matcher is.

``python -m tools.hearing`` reports both.
"""
