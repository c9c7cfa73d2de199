"""The real ASK CLI of node_modules against the local SMAPI; `make test-real` runs these."""
