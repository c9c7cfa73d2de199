"""How well people are heard by the ears of the simulator, strictly and with all their stages.

What people say stands in tests/hearing/<language>.yaml; ears.py lets the ears hear it. What the strict stage mishears
has no sample that fits; what all stages mishear is not even like one.

``python -m tools.hearing`` reports both.
"""
