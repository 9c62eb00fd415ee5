"""Page → Layout: the order of the steps, and nothing else."""

from __future__ import annotations

from dataclasses import replace

from sagwan.core.errors import SagwanError
from sagwan.core.page import Layout, Page, Zone
from sagwan.core.text import Text
from sagwan.lexicon import Lexicon
from sagwan.page.articles import main_article, related_article, seen
from sagwan.page.blocks import tile
from sagwan.page.cues import Cues, cues_of
from sagwan.page.decode import decode
from sagwan.page.flow import follow
from sagwan.page.head import above, find_head
from sagwan.page.html import Rendered, is_html, render
from sagwan.page.labels import Label, label, with_pictures
from sagwan.page.lines import read_lines
from sagwan.page.repeats import mark_repeats
from sagwan.page.weather import weather_of
from sagwan.page.web import completed, hinted, titled
from sagwan.page.wrapped import unwrapped

# A book has a million characters; more in one text is no article, and the analyser's memory grows with it.
MAX_CHARS = 1_000_000


def lay_out(page: Page, lexicon: Lexicon) -> Layout:
    """The page's text, the blocks that tile it, and its articles, the main one first.

    Pure: the same bytes and lexicon give the same layout. Raises `SagwanError`: `page.empty`, `page.too_large`,
    `page.binary`, `page.encoding` (see `decode`), `page.no_article`, `text.unquotable`.
    """
    chars, cues, web = decode(page), cues_of(lexicon), None
    if is_html(chars, page.source):
        web = render(chars, page.source, cues)
        chars = web.chars
    text = Text.of(chars)
    if len(text) > MAX_CHARS:
        what = f"{len(text):,}자로, 받는 길이 {MAX_CHARS:,}자를 넘습니다"
        raise SagwanError("page.too_large", what, page.source, "기사 한 건씩 나누어 넣으십시오")
    return _lay_out(page, text, web, cues)


def _lay_out(page: Page, text: Text, web: Rendered | None, cues: Cues) -> Layout:
    lines = list(read_lines(text.chars))
    if web is None:
        lines = unwrapped(text.chars, lines)
    labels = with_pictures([label(line, cues) for line in lines])
    title = titled(labels, web) if web else None
    if web:
        labels = hinted(labels, web)
    head = find_head(labels, cues, title)
    if head.body is None:
        labels = [_as_words(one) for one in labels]
        head = find_head(labels, cues, title)
    begin = len(labels) if head.body is None else head.body
    flow = follow(labels[begin:], cues)
    pieces = list(mark_repeats(text.chars, [*above(labels[:begin], head, cues), *flow.pieces]))
    main = main_article(text, labels, head, pieces, cues)
    if web:
        main = completed(main, text, web.meta, cues)
    if not main.body and not (main.headline and (main.published or main.bylines)):
        what = "제목과 본문을 찾지 못했습니다"
        raise SagwanError("page.no_article", what, page.source, "기사 본문이 담긴 페이지인지 확인하십시오")
    related = (related_article(text, teaser, main.outlet) for teaser in flow.teasers)
    return Layout(
        page_id=page.id,
        source=page.source,
        text=text,
        blocks=tuple(tile(len(text), pieces)),
        articles=(main, *(a for a in related if a)),
        outlet=main.outlet,
        section=main.section,
        seen=seen(labels, head),
        related_count=next((one.count for one in labels if one.count is not None), None),
        weather=weather_of(
            (one.reading for one in labels if one.reading),
            (one.line for one in labels if one.zone is Zone.WEATHER and not one.reading),
        ),
    )


def _as_words(label: Label) -> Label:
    """A caption as an article of its own, where the page has no other (a photograph of the day)."""
    return replace(label, zone=None) if label.zone is Zone.CAPTION and label.line.reports else label
