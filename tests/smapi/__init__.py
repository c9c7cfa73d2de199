"""Tests of the local SMAPI without Node."""
