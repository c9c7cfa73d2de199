"""Alexa's own services as the simulator plays them."""
