"""Tests of the pretend Alexa."""
