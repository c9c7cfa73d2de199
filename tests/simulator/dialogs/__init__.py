"""Dialog management, part by part."""
