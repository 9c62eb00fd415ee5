"""Which outlet a page is of: by the names that stand where an outlet signs."""

from __future__ import annotations

import re

from sagwan.page.cues import Cues, tight

# "The Wall Street Journal"
_WORDS = 4
_OWNED = re.compile(r"[©ⓒⒸ]\s?(?:\(주\)|㈜)?\s?['‘]?([가-힣A-Za-z0-9]{2,15})")
# What a copyright line says behind its owner, whatever that is called.
_FORBIDS = re.compile(r"['’]?[\s.,|:-]*(?:무단\s?전재|무단\s?복제|All rights reserved)", re.IGNORECASE)
# "누리경제(원주)": the bureau's place.
_PLACED = re.compile(r"\([^()]*\)$")
_EDGE = re.compile(r"[\s|:·ㅣ/\[\]()<>【】=]+")


def known(words: str, cues: Cues) -> str | None:
    """The outlet whose name these words are, exactly."""
    return cues.outlets.get(tight(words))


def told(words: str, cues: Cues) -> str | None:
    """The outlet these words name: one of the list, or a word that ends as outlets' names do (뉴스, 일보)."""
    words = _PLACED.sub("", words).strip()
    found = known(words, cues)
    if found:
        return found
    plain = tight(words)
    return plain if len(plain) <= 15 and cues.press.fullmatch(plain) else None  # noqa: PLR2004


def among(words: str, cues: Cues) -> str | None:
    """The outlet told by the words between bars and blanks: the longest name of the list, else a word that ends so."""
    parts = [p for p in _EDGE.split(words) if p]
    for size in range(_WORDS, 0, -1):
        for i in range(len(parts) - size + 1):
            found = known("".join(parts[i : i + size]), cues)
            if found:
                return found
    return next((o for p in parts if (o := told(p, cues))), None)


def within(words: str, cues: Cues) -> str | None:
    """The first outlet of the list whose name stands anywhere in the words (a copyright line, a title)."""
    found = cues.outlet_named.search(tight(words))
    return cues.outlets[found[0]] if found else None


def owner(words: str, cues: Cues) -> str | None:
    """Whose a copyright line says the page is: an outlet of the list, or the name right behind the sign."""
    found = within(words, cues)
    signed = None if found else _OWNED.search(words)
    if signed is None:
        return found
    return told(signed[1], cues) or (
        signed[1] if _FORBIDS.match(words, signed.end()) and signed[1][0].isalpha() else None
    )


def of_host(host: str, cues: Cues) -> str | None:
    """The outlet that a host's name belongs to, by the name itself or any domain above it."""
    parts = host.lower().split(".")
    return next((o for i in range(len(parts) - 1) if (o := cues.domains.get(".".join(parts[i:])))), None)
