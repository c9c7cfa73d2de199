"""The explorer: walks a running skill by itself, in every state that it reaches within a bound, and reports faults.

A state is what is kept between two turns (``snapshot``), without what only looks different (``shapes``). From each
one the explorer makes the moves of a menu (``menu``): every intent of the model, with sensible and with hostile
slots. Each turn is checked (``turn_rules``), and so is the graph that comes of it (``graph_rules``). A finding is
told with the shortest conversation that leads to it (``shrink``).
"""
