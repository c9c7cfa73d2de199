"""The light way to AWS, against botocore, raw sockets and servers with certificates of their own."""
