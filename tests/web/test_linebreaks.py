"""No line of Korean begins with a particle."""

import re

import pytest

from sagwan.web.linebreaks import held


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("지분 60%를 샀다", ["%를"]),
        ("“사양한다”며 ‘그만’이라고", ["”며", "’이"]),
        ("누리전자(NR)는 [속보]처럼 영상 3℃에서", [")는", "]처", "℃에"]),
        ("㉠에 들어갈 ( ㉡ )와 (ⓐ)", ["㉠에", "( ㉡ )와", "(ⓐ)"]),
        ('<a title="60%를">60%</a> 를 “말” 했다', []),
        ("<script>'60%를'</script><title>”는</title><option>)는</option>", []),
        ("<textarea>”는</textarea>”는", ["”는"]),
    ],
)
def test_what_is_written_on_to_a_mark_stays_with_it(html: str, kept: list[str]):
    assert re.findall(r'<span class="held">(.*?)</span>', held(html)) == kept
    assert re.sub(r'<span class="held">(.*?)</span>', r"\1", held(html)) == html


def test_a_browser_breaks_no_line_there(browser):
    page = browser.new_page()
    page.set_content(
        '<html lang="ko"><style>p { word-break: keep-all; width: min-content; line-height: 20px; margin: 0 }'
        ".held { white-space: nowrap } mark::after { content: '\\2060' }</style>"
        f"<p>{held('다”는')}<p><mark>60%</mark>를<p><mark>60%</mark> 를"
    )
    heights = page.eval_on_selector_all("p", "all => all.map(one => one.getBoundingClientRect().height)")
    page.close()
    assert heights == [20, 20, 40]
