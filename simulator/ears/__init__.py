"""What Alexa's ears do, in a strict and explainable way: an utterance becomes an intent with its slots.

``Ears.hear`` is the one way in (ears.py); ``find_invocation`` tells whether an utterance opens a skill
(invocation.py); ``PLATFORM_EXIT`` holds the words that end a session without asking the skill (platform_exit.py).
"""
