"""How well people are heard, by matchers that share no code.

What people say stands in tests/hearing/<language>.yaml. The ears of the simulator (ears.py) match the samples of
the interaction models strictly; similarity.py learns from the same samples and knows nothing of the ears. What both
mishear, the samples lack; what only the ears mishear, a trained matcher may well hear.

``python -m tools.hearing`` reports both.
"""
