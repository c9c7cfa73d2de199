"""Where records are kept between sessions: one port, one set of promises."""

CONFLICT = "the record was written since it was read: load it again, then save"
"""What every store's ``WriteConflict`` says."""
