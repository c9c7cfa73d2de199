"""A pretend Alexa on your own machine. It imports the skill; nothing imports it; it is never deployed."""
