"""One browser for all tests, one server a module, and a visit of somebody new for each test."""

import shutil
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser.page_server import PageServer
from tests.browser.visit import Visit

LONGEST_WAIT = 20_000
"""Milliseconds. The ears of a locale take seconds to be made, the first time that somebody speaks it."""
expect.set_options(timeout=LONGEST_WAIT)

WIDE = {"width": 1440, "height": 960}
Opener = Callable[..., Visit]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """All of them need a browser and Node's axe-core, which `make test-real` installs."""
    for item in items:
        if item.path.parent.name == "browser":
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium")
    assert chromium, "no chromium is installed: make test-real installs it on Debian"
    with sync_playwright() as playwright:
        # As root Chromium has no sandbox; the pages that it opens here are this project's own.
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def server() -> Iterator[PageServer]:
    with PageServer() as running:
        yield running


@pytest.fixture
def visits(browser: Browser, server: PageServer) -> Iterator[Opener]:
    """Opens visits, each with a browser's memory of its own; in the end nothing may have gone wrong in any.

    Words do not appear one by one unless the test lets things move (``reduced_motion="no-preference"``).
    """
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_one(script: str | None = None, url: str = server.url, **options: object) -> Visit:
        settings = {"viewport": WIDE, "reduced_motion": "reduce"} | options
        context = browser.new_context(**settings)  # type: ignore[arg-type]
        contexts.append(context)
        context.set_default_timeout(LONGEST_WAIT)
        if script:
            context.add_init_script(script)
        page = context.new_page()
        _watch(page, url, wrong)
        visit = Visit(page, url)
        visit.open()
        return visit

    yield open_one
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.fixture
def visit(visits: Opener) -> Visit:
    """Somebody new at the page."""
    opened = visits()
    opened.be_somebody_new()
    return opened


def _watch(page: Page, url: str, wrong: list[str]) -> None:
    """Keep errors of the page, and requests to anywhere but its own address."""
    page.on("pageerror", lambda error: wrong.append(f"an error: {error}"))
    page.on(
        "request", lambda asked: None if asked.url.startswith((url, "blob:")) else wrong.append(f"asked {asked.url}")
    )
    page.on("console", lambda said: wrong.append(said.text) if "Content Security Policy" in said.text else None)
