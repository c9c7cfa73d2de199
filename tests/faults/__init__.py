"""Whole turns through the door while stores and Alexa's services fail."""
