"""One turn of talk: what a person meant in, what we want to say out. Pure."""
