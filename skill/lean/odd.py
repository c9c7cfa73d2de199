"""What the plans of the serializer say when they are not made for something."""


class Odd(Exception):  # noqa: N818 - not an error: a sign to leave the whole to the stock serializer
    """Something that no plan is made for."""
