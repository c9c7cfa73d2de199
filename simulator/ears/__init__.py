"""What Alexa's ears do, in an explainable way: an utterance becomes an intent with its slots.

First strictly, by the samples word by word; then by similarity to them (similarity/); else AMAZON.FallbackIntent.

``Ears.hear`` is the one way in (ears.py); ``find_invocation`` tells whether an utterance opens a skill
(invocation.py); ``PLATFORM_EXIT`` holds the words that end a session without asking the skill (platform_exit.py).
"""
