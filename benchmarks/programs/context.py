"""What Lambda tells a handler about the invocation, as far as anybody asks."""


class Context:
    """Of one invocation, with all of its eight seconds left."""

    aws_request_id = "00000000-0000-4000-8000-000000000000"
    function_name = "case-compass"
    function_version = "$LATEST"
    invoked_function_arn = "arn:aws:lambda:eu-west-1:000000000000:function:case-compass"
    memory_limit_in_mb = "512"

    def get_remaining_time_in_millis(self) -> int:
        """The time until Lambda ends the invocation."""
        return 8000
