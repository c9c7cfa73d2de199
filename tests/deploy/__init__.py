"""Deploying: folder, choices, stack, and the real ASK CLI in front of a local SMAPI and a pretended AWS."""
