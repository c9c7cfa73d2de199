"""Who may use the page's server: pages of its own, and programs on this machine, with JSON of a modest size.

A page of somebody else can send requests to the loopback, and by a name that is made to point there read the answers
too ("DNS rebinding"). Both show in the headers that a browser cannot be made to leave out.
"""

from flask import Flask, Request, Response, abort, request

from simulator.page.errors import PageRefused

MOST_BYTES = 256 * 1024
"""Of a body; a longer one is refused with 413."""

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def guarded(app: Flask, port: int) -> Flask:
    """The application, taking only what is meant for this port of the loopback."""
    hosts = {f"127.0.0.1:{port}", f"localhost:{port}"}
    app.config["MAX_CONTENT_LENGTH"] = MOST_BYTES

    @app.before_request
    def check() -> None:
        _check_host(request, hosts)
        if request.method not in ("GET", "HEAD"):
            _check_sender(request, hosts)

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response

    return app


def _check_host(asked: Request, hosts: set[str]) -> None:
    if asked.headers.get("Host", "").lower() not in hosts:
        names = " or ".join(sorted(hosts))
        raise PageRefused(400, "the request is for another host", f"Use the address with {names}.")


def _check_sender(asked: Request, hosts: set[str]) -> None:
    origin = asked.headers.get("Origin")
    if origin is not None and origin not in {f"http://{host}" for host in hosts}:
        raise PageRefused(400, "the request comes from a page of somebody else", "Send it from this page.")
    if asked.mimetype != "application/json":
        raise PageRefused(400, "the body is not declared as JSON", "Send it with Content-Type: application/json.")
    if asked.content_length is None:
        abort(411)
