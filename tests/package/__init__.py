"""The package for AWS Lambda: what is in it, and how it runs under AWS's own runtime client."""
