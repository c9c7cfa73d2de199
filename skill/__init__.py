"""Case Compass: an Alexa skill that leads from a problem to the right channel and a filled message."""
