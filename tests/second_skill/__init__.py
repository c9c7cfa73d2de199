"""A skill of another maker's kind, talked to with the local Alexa as it is."""
