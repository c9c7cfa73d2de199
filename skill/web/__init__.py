"""The HTTP door: a Flask application that answers Alexa's signed requests."""
