"""What a web page's markup adds to what its lines say of themselves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from sagwan.core.page import Article, Byline, Published, Zone
from sagwan.core.span import Span
from sagwan.core.text import Text
from sagwan.page import outlets
from sagwan.page.bylines import names_in
from sagwan.page.cues import Cues
from sagwan.page.html import Hint, Rendered
from sagwan.page.labels import Label, Place
from sagwan.page.meta import Meta

_PLAIN = re.compile(r"[^0-9A-Za-z가-힣一-龥]+")
_SUBHEAD = 12
_SAME = 12


def hinted(labels: Sequence[Label], page: Rendered) -> list[Label]:
    """The labels with their zones and places as the elements around them tell."""
    number, found, passed, ended = 0, [], False, False
    for one in labels:
        number += one.line.gap
        hint = page.hints[number] or Hint()
        beyond = page.contained and passed and not hint.inside
        found.append(_hinted(one, hint, ends=beyond and not ended))
        passed, ended = passed or hint.inside, ended or beyond
    return found


def titled(labels: Sequence[Label], page: Rendered) -> int | None:
    """The line of the headline: a main heading that the metadata repeats, else any line that it repeats, else the
    only main heading. None where the markup does not tell.
    """
    number, headings, same = 0, [], []
    titles = [_plain(t) for t in page.meta.titles]
    body = _first_inside(labels, page)
    for i, one in enumerate(labels):
        number += one.line.gap
        hint = page.hints[number]
        words = _plain(one.line.chars[:300])
        told = len(words) >= _SAME // 2 and any(
            t.startswith(words) or (len(t) >= _SAME and words.startswith(t)) for t in titles
        )
        if hint and hint.heading:
            headings.append(i)
            if told:
                return i
        if told and one.line.start < body:
            same.append(i)
    if same:
        return same[-1]
    return headings[0] if len(headings) == 1 else None


def completed(article: Article, text: Text, meta: Meta, cues: Cues) -> Article:
    """The article with what only the metadata gives."""
    return replace(
        article,
        outlet=_outlet(meta, cues) or article.outlet,
        section=article.section or meta.section,
        bylines=article.bylines or tuple(_writers(text, article, meta, cues)),
        published=article.published or _published(meta),
    )


def _hinted(label: Label, hint: Hint, *, ends: bool) -> Label:
    then = label.then or ("end" if ends else None)
    if hint.heading and label.zone not in {Zone.DATE, Zone.BYLINE}:
        return replace(label, zone=None, then=None)
    place = Place.TEASERS if hint.kind == "related" else Place.BODY if hint.inside and hint.kind is None else None
    return replace(label, zone=label.zone or _zone(label, hint), then=then, place=place)


def _zone(label: Label, hint: Hint) -> Zone | None:
    if hint.kind == "caption":
        return Zone.CAPTION
    if hint.kind == "copyright":
        return Zone.COPYRIGHT
    if hint.kind == "comment":
        return Zone.OTHER
    if hint.kind == "menu":
        return Zone.OTHER if label.prose else Zone.MENU
    return None


def _first_inside(labels: Sequence[Label], page: Rendered) -> int:
    number = 0
    for one in labels:
        number += one.line.gap
        hint = page.hints[number]
        if hint and hint.inside:
            return one.line.start
    return labels[-1].line.end if labels else 0


def _plain(words: str) -> str:
    return _PLAIN.sub("", words)


def _outlet(meta: Meta, cues: Cues) -> str | None:
    owner = outlets.of_host(_host(meta.address), cues) if meta.address else None
    if owner:
        return owner
    named = [o for site in meta.sites if (o := outlets.told(site, cues) or outlets.within(site, cues))]
    return next(iter(named), None)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _published(meta: Meta) -> Published | None:
    for when, basis in ((meta.published, "stated"), (meta.modified, "inferred")):
        if when:
            day, _, clock = when.partition("T")
            return Published(day, basis, None, clock or None)
    return None


def _writers(text: Text, article: Article, meta: Meta, cues: Cues) -> list[Byline]:
    """The writers of the metadata where the page shows them outside the article's words."""
    found = []
    for name in dict.fromkeys(n for written in meta.writers for n in names_in(written, cues)):
        at = _outside(text.chars, name, article.body)
        if at is not None:
            found.append(Byline(name, Span(at, at + len(name))))
    return found


def _outside(chars: str, name: str, body: Sequence[Span]) -> int | None:
    """The first place of the name between the stretches of the body."""
    start = 0
    for span in (*body, Span(len(chars), len(chars) + 1)):
        at = chars.find(name, start, span.start)
        if at >= 0:
            return at
        start = span.end
    return None
