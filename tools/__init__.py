"""What builds and checks the generated files. Never deployed."""
