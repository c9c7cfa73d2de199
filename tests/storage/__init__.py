"""What every store promises, and what each adds."""
