"""Many people talk to the running web service at once, and each answer is held against the skill in this process."""
