"""The part of Amazon's Skill Management API (SMAPI) that the ASK CLI needs, for one skill, on the loopback.

What it answers is checked against Amazon's own specification, which npm's ask-smapi-model 1.24.0 holds.
"""
