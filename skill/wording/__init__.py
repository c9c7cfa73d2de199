"""Acts to speech, reprompt and card text, in the language of the locale."""
