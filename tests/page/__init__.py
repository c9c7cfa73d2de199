"""The page's server, recording and replaying."""
