"""What builds and checks the files that are generated."""
