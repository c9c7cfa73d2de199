"""The HTTP door, and a public-key infrastructure to knock on it with."""
