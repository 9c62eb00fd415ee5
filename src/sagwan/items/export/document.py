"""Papers for print: DOCX, HWPX and PDF, all from the same lines."""

# ruff: noqa: PLC0415 — each library is loaded when its format is asked for
from __future__ import annotations

import io
from typing import TYPE_CHECKING, Literal, NamedTuple

from sagwan.core.errors import SagwanError
from sagwan.items.export.printed import CIRCLED
from sagwan.items.export.typeface import FAMILY, add_typeface

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from fpdf import FPDF

    from sagwan.items.export.printed import Sheet

# Characters of pages that typefaces lack, and what is printed for them.
_PRINTED = {ord("∼"): "~", ord("～"): "~", ord("㈜"): "(주)"}


class Line(NamedTuple):
    """A line of the paper. `kind`: title, passage, stem, box, option, heading, answer, why."""

    kind: str
    words: str


def lines(paper: Sheet) -> Iterator[Line]:
    """The whole paper in order: passages, items, then the answers with their evidence."""
    yield Line("title", paper.title)
    for passage in paper.passages:
        yield from (Line("passage", line.strip()) for line in passage.splitlines() if line.strip())
    for item in paper.items:
        yield Line("stem", f"{item.n}. {item.stem}")
        if item.box:
            yield Line("box", "\n".join(("〈보기〉", *item.box)))
        yield from (Line("option", f"{CIRCLED[n]} {option}") for n, option in enumerate(item.options))
        if item.answers:
            yield Line("option", "답: ____________________")
    yield Line("heading", "정답과 근거")
    for item in paper.items:
        yield Line("answer", f"{item.n}. {item.answer}")
        yield from (Line("why", why) for why in item.why)


def docx(paper: Sheet) -> bytes:
    """A Word document; passages and 〈보기〉 stand in frames. Raises `SagwanError` (`items.library`)."""
    try:
        from docx import Document
        from docx.oxml.ns import qn
        from docx.shared import Pt
    except ImportError as missing:
        raise _missing("python-docx") from missing
    document = Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "맑은 고딕", Pt(10)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "맑은 고딕")
    for line in lines(paper):
        if line.kind in ("title", "heading"):
            document.add_heading(line.words, 0 if line.kind == "title" else 1)
        elif line.kind in ("passage", "box"):
            cell = document.add_table(rows=1, cols=1, style="Table Grid").cell(0, 0)
            cell.text = line.words
        else:
            added = document.add_paragraph()
            added.add_run(line.words).bold = line.kind in ("stem", "answer")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def hwpx(paper: Sheet) -> bytes:
    """A document of Hancom Office (KS X 6101). Raises `SagwanError` (`items.library`)."""
    try:
        from hwpx.document import HwpxDocument
    except ImportError as missing:
        raise _missing("python-hwpx") from missing
    document = HwpxDocument.new()
    for line in lines(paper):
        if line.kind == "box":
            table = document.add_table(1, 1)
            table.set_cell_text(0, 0, line.words)
        else:
            if line.kind in ("stem", "heading"):
                document.add_paragraph("")
            document.add_paragraph(line.words)
    return bytes(document.to_bytes())


def pdf(paper: Sheet, font: Path | None = None, made: datetime | None = None) -> bytes:
    """A PDF with its Korean font embedded. `made`: the date to write into it, else none that tells this run.

    Raises `SagwanError`: `items.library`, or `items.font` where there is no Korean typeface.
    """
    try:
        from fpdf import FPDF
    except ImportError as missing:
        raise _missing("fpdf2") from missing
    told = [Line(kind, words.translate(_PRINTED)) for kind, words in lines(paper)]
    page = FPDF(format="A4")
    if made is not None:
        page.set_creation_date(made)
    page.set_title(paper.title)
    add_typeface(page, "".join(line.words for line in told), font)
    page.set_margin(18)
    page.set_auto_page_break(auto=True, margin=18)
    page.add_page()
    for line in told:
        if line.kind == "heading":
            page.add_page()
        _write(page, line)
    return bytes(page.output())


_SIZES = {"title": 16.0, "heading": 13.0, "passage": 10.5, "stem": 11.0, "box": 10.0, "why": 8.5}


def _write(page: FPDF, line: Line) -> None:
    size = _SIZES.get(line.kind, 10.0)
    page.set_font(FAMILY, size=size)
    if line.kind in ("stem", "heading", "answer"):
        page.ln(3)
    framed: Literal[0, 1] = 1 if line.kind == "box" else 0
    indent = 6 if line.kind in ("option", "why") else 3 if framed else 0
    page.set_x(page.l_margin + indent)
    width = page.w - page.l_margin - page.r_margin - indent
    page.multi_cell(
        width, size * 0.6, line.words, border=framed, new_x="LMARGIN", new_y="NEXT", align="L", padding=framed
    )
    if line.kind in ("title", "passage") or framed:
        page.ln(2)


def _missing(library: str) -> SagwanError:
    return SagwanError("items.library", f"{library}이(가) 깔려 있지 않습니다", library, "pip install 'sagwan[items]'")
