"""What reports are made of: pages that are whole, load nothing, and cannot be broken by what stands in them."""

import pytest

from tests.tools.reports.reading import read
from tools.reports.markup import Markup, element, together
from tools.reports.report import Report, Section
from tools.reports.table import Table, plain, said, share

NASTY = """</td><script>alert("1")</script> & 'größe' {item} <!-- ]]> ­日本"""
TEAS = Table("Teas & <cups>", ("Tea", "Cups", "Price"), [(NASTY, 12, 1.5), ("grün", "-", share(1, 3))])


def report(*tables: Table) -> Report:
    sections = (Section("All <teas>", NASTY, tables), Section("No teas", "None.", []))
    return Report("teas", f"Teas {NASTY}", NASTY, sections, [])


def test_what_is_put_into_a_page_cannot_break_out_of_it() -> None:
    page = read(report(TEAS).html())
    assert page.tables[0].rows[1] == [NASTY, "12", "1.50"]
    assert page.words.count(NASTY) == 5
    assert page.tables[0].caption == "Teas & <cups>"


def test_an_attribute_cannot_be_broken_out_of_either() -> None:
    assert element("b", "tea", title='"><i>') == '<b title="&quot;&gt;&lt;i&gt;">tea</b>'


def test_an_attribute_without_a_value_is_left_out() -> None:
    assert element("td", 1, class_="number", aria_label=None) == '<td class="number">1</td>'
    assert element("div", aria_label="teas") == '<div aria-label="teas"></div>'


def test_markup_stays_as_it_is_and_text_is_escaped() -> None:
    assert together([Markup("<b>"), "<b>", 2, 0.126]) == "<b>&lt;b&gt;20.13"


def test_numbers_and_their_header_stand_to_the_right() -> None:
    html = Table("Teas", ("Tea", "Cups", "Sort"), [("green", 2, "leaf")]).markup()
    assert '<th scope="col" class="number">Cups</th>' in html
    assert '<td class="number">2</td>' in html
    assert html.count('class="number"') == 2


def test_a_folded_table_says_how_much_is_in_it() -> None:
    html = Table("Teas", ("Tea",), [("green",), ("black",)], folded=True).markup()
    assert html.startswith("<details><summary>Teas (2)</summary>")


@pytest.mark.parametrize("folded", [True, False])
def test_a_table_without_rows_says_so(folded: bool) -> None:
    empty = Table("Teas", ("Tea", "Cups"), [], folded=folded)
    assert empty.markup() == "<p><b>Teas: </b>nothing</p>"
    assert empty.text() == "Teas:\n  nothing"


def test_a_table_is_text_too_with_its_columns_in_line() -> None:
    assert Table("Teas", ("Tea", "Cups"), [("green & black", 2), ("sencha", 12)]).text() == (
        "Teas:\n  Tea            Cups\n  green & black     2\n  sencha           12"
    )


def test_a_share_is_told_in_numbers() -> None:
    assert plain(share(1, 3)) == " 33.3% (1 of 3)"
    assert 'value="0.3333"' in share(1, 3)
    assert plain(share(0, 0)) == "none there"


def test_what_was_said_is_marked_as_being_of_its_language() -> None:
    assert said("grüner Tee & <Milch>", "de") == '<q lang="de">grüner Tee &amp; &lt;Milch&gt;</q>'


def test_the_text_of_a_report_has_everything_that_the_page_has() -> None:
    text = report(TEAS).text()
    assert text.count(NASTY) == 4
    assert "== All <teas> ==" in text
    assert " 33.3% (1 of 3)" in text


def test_every_section_can_be_gone_to() -> None:
    page = read(report(TEAS).html())
    assert page.links == ["#all-<teas>", "#no-teas"]
