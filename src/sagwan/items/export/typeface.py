"""The Korean typeface of a printed paper: the one that the web pages carry, or a file of the user's own."""

from __future__ import annotations

import logging
import re
from importlib.resources import files
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from importlib.resources.abc import Traversable
    from pathlib import Path

    from fpdf import FPDF

FAMILY = "korean"
_CARRIED = files("sagwan") / "web" / "assets" / "noto-sans-kr"
_SLICE = re.compile(r"url\(\./(?P<file>[^)]+)\).*?unicode-range:\s*(?P<range>[^;]+);", re.DOTALL)
_PLAIN = {"wght": 400.0}


def add_typeface(page: FPDF, words: str, font: Path | None) -> None:
    """Give the page the family `korean`, able to write all of `words`.

    Raises `SagwanError` (`items.font`) where there is neither the file asked for nor the carried typeface.
    """
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it names every table it leaves out
    if font is not None:
        if not font.is_file():
            raise SagwanError("items.font", "그런 글꼴이 없습니다", str(font), "--font NanumGothic.ttf")
        page.add_font(FAMILY, fname=str(font))
        return
    sheet = _CARRIED / "wght.css"
    if not sheet.is_file():
        raise SagwanError("items.font", "한글 글꼴이 들어 있지 않습니다", str(_CARRIED), "--font NanumGothic.ttf")
    slices = list(_slices(sheet.read_text("utf-8"), frozenset(map(ord, words))))
    names = [FAMILY, *(f"{FAMILY}{n}" for n in range(1, len(slices)))]
    for name, one in zip(names, slices, strict=True):
        page.add_font(name, fname=str(one), variations=_PLAIN)
    page.set_font(FAMILY)
    page.set_fallback_fonts(names[1:])


def _slices(sheet: str, wanted: frozenset[int]) -> Iterator[Traversable]:
    """The slices that hold one of the characters, as the style sheet gives them."""
    for found in _SLICE.finditer(sheet):
        if any(low <= one <= high for low, high in _ranges(found["range"]) for one in wanted):
            yield _CARRIED / found["file"]


def _ranges(written: str) -> list[tuple[int, int]]:
    """U+ff03-ff05, U+ff07 as numbers."""
    ends = (part.strip().removeprefix("U+").split("-") for part in written.split(","))
    return [(int(end[0], 16), int(end[-1], 16)) for end in ends]
