"""What a page links to is there: names open dossiers, words of an article that name nobody open nothing."""

import html
import re

import pytest
from tests.web.house import call


@pytest.mark.parametrize("path", ["/", "/disputes", "/money", "/reversals"])
def test_every_name_and_tie_on_a_page_opens(port: int, path: str):
    page = call(port, "GET", path).text
    links = {html.unescape(link) for link in re.findall(r'href="(/(?:who|ties)/[^"#?]+)', page)}
    assert links
    assert [link for link in sorted(links) if call(port, "GET", link).status != 200] == []


def test_a_search_for_a_name_with_a_slip_offers_the_name(port: int):
    page = call(port, "GET", "/search?q=미르칩수").text
    assert "비슷한 이름:" in page
    assert "/who/%EB%AF%B8%EB%A5%B4%EC%B9%A9%EC%8A%A4" in page
