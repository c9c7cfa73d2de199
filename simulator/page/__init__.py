"""The page beside the console: an Echo, a phone and a workbench in the browser, served on the loopback only."""
