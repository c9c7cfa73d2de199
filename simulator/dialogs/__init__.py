"""Dialog management: what Alexa keeps of an intent between turns, what she asks by herself, and in which words."""
