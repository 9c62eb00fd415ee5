"""Every format by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.items.export.document import docx, hwpx, pdf
from sagwan.items.export.moodle import moodle
from sagwan.items.export.plain import gift, markdown, table
from sagwan.items.export.qti import qti

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sagwan.items.export.printed import Sheet

FORMATS: Mapping[str, Callable[[Sheet], bytes]] = {
    "markdown": markdown,
    "csv": table,
    "gift": gift,
    "moodle": moodle,
    "qti3": partial(qti, version="3.0"),
    "qti21": partial(qti, version="2.1"),
    "docx": docx,
    "hwpx": hwpx,
    "pdf": pdf,
}


def export(paper: Sheet, form: str, font: Path | None = None) -> bytes:
    """The paper in one format. Raises `SagwanError`: `items.format`, `items.library`, `items.font`."""
    if form not in FORMATS:
        raise SagwanError("items.format", "모르는 형식입니다", form, " · ".join(FORMATS))
    return pdf(paper, font) if form == "pdf" else FORMATS[form](paper)
