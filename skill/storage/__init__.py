"""Where records are kept between sessions: one port, one set of promises."""
