"""What many different people would say, and how much of it is heard rightly."""
