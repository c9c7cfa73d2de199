"""Case Compass as the skill that is talked to: the one room that knows its rooms."""
