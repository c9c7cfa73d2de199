"""The reports, tried on small data made by hand."""
