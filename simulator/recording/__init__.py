"""Talks as files: recorded, written as scripts or as the ASK CLI's replay files, replayed and compared."""
