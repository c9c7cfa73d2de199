"""Talking to AWS with the standard library alone: addresses, credentials, signatures, and HTTP with a deadline.

botocore does all of it and far more, at two thirds of a second for the first call
(docs/decisions/0039-light-dynamodb-client.md). What is here serves the three calls of ``skill/storage/dynamodb.py``.
"""
