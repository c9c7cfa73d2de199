"""What is asked, and what follows from the answers. Pure: no clock, no words, no Amazon."""
