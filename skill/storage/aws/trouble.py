"""What keeps AWS from answering. None of these quotes what was sent or received; the store says what to do then."""


class Trouble(Exception):  # noqa: N818 - the name of each kind is what a person reads
    """The root. Besides these, everything that sockets raise (``OSError``) may come up."""


class NoRegion(Trouble):
    """Neither the caller nor the environment names a region, or what they name is none."""


class BadEndpoint(Trouble):
    """An address is not ``http`` or ``https``, a host and perhaps a port."""


class NoCredentials(Trouble):
    """The environment names no credentials, and nobody to ask for them."""


class BadCredentials(Trouble):
    """The environment names half of the credentials, or something in them cannot stand in a header."""


class NoAnswerAboutCredentials(Trouble):
    """The endpoint that the environment names for credentials does not give any."""


class BadGiver(Trouble):
    """The endpoint that the environment names for credentials is none that a secret may be asked of."""


class BadBundle(Trouble):
    """The file of certificates that the environment names cannot be read."""


class StrangeAnswer(Trouble):
    """What came back is not what HTTP, or the service, says that an answer is."""


class Refused(Trouble):
    """The service said no: ``status`` is HTTP's, ``code`` is what the service calls the reason, if it named one."""

    def __init__(self, status: int, code: str) -> None:
        super().__init__(status)
        self.status = status
        self.code = code
