"""A visit to the page: what a person does there, and what they see, found as they find it, by role and name."""

from pathlib import Path
from uuid import uuid4

from playwright.sync_api import Locator, Page, expect

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"


class Visit:
    """One open page of a server."""

    def __init__(self, page: Page, url: str) -> None:
        self.page = page
        self.url = url

    def open(self) -> None:
        """Go there and wait until the page knows the world."""
        self.page.goto(self.url)
        expect(self.page).to_have_title("case compass: local Alexa")

    def be_somebody_new(self) -> None:
        """Be somebody whom nobody here has met, who has no cards and no permissions."""
        self.do(f":user amzn1.ask.account.{uuid4().hex}")

    def do(self, line: str) -> None:
        """Send a line past the page, as another window would, and wait until the page has heard of it."""
        answer = self.page.request.post(f"{self.url}api/lines", data={"line": line})
        assert answer.ok, answer.text()
        expect(self.said.filter(has_text=line).last).to_be_visible()

    def say(self, *lines: str) -> None:
        """Type each line, press Enter, and wait for what comes of it."""
        for line in lines:
            before = self.said.count()
            self.field.fill(line)
            self.field.press("Enter")
            expect(self.said.nth(before)).to_be_visible()

    @property
    def field(self) -> Locator:
        """Where a person types."""
        return self.page.get_by_role("textbox", name="Type what you would say to an Echo")

    @property
    def said(self) -> Locator:
        """The turns of the talk, and the reminders that rang."""
        return self.page.locator("#said > li")

    @property
    def alexa(self) -> Locator:
        """What Alexa said last."""
        return self.page.locator("#said > li.newest .alexa .words")

    @property
    def echo(self) -> Locator:
        """What the Echo does now, in words."""
        return self.page.locator("#echo-state")

    @property
    def cards(self) -> Locator:
        """The cards in the app, the newest first."""
        return self.page.get_by_role("article")

    def button(self, name: str) -> Locator:
        """A button by its whole name."""
        return self.page.get_by_role("button", name=name, exact=True)

    def app(self, tab: str) -> None:
        """Go to a tab of the app on the phone."""
        self.page.get_by_role("tablist", name="Alexa app").get_by_role("tab", name=tab).click()

    def develop(self, tab: str) -> None:
        """Open the part for developers at a tab."""
        toggle = self.button("For developers")
        if toggle.get_attribute("aria-expanded") == "false":
            toggle.click()
        self.page.get_by_role("tablist", name="For developers").get_by_role("tab", name=tab).click()

    def talk_to_the_card(self) -> None:
        """The shortest way to a message about a kettle."""
        self.say(
            "tell case compass my kettle from last tuesday never arrived and it's urgent",
            "it hasn't moved since friday",
            "done that",
            "amazon",
            "i'd rather type",
            "skip",
        )

    def violations(self, within: str = "html") -> list[str]:
        """What axe-core finds against any of its rules, WCAG 2.2 AA and best practices among them."""
        self.page.evaluate(AXE.read_text())
        rules = {"rules": {"target-size": {"enabled": True}}}
        found = self.page.evaluate("([within, options]) => axe.run(within, options)", [within, rules])
        assert found["passes"], "axe looked at nothing"
        return [f"{one['id']}: {node['target']}" for one in found["violations"] for node in one["nodes"]]

    def overflows(self) -> bool:
        """Whether the page is wider than the window."""
        wide: bool = self.page.evaluate("document.documentElement.scrollWidth > window.innerWidth")
        return wide
