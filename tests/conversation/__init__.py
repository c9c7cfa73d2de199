"""The conversation, without Alexa."""
