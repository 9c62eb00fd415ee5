"""Statements, articles and disputes as linked data: JSON-LD in the words of schema.org, and Web Annotations."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from sagwan.ledger.acts import Deed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.ledger.acts import Word
    from sagwan.ledger.query import Place
    from sagwan.views.export.bundle import Bundle

    Json = dict[str, object]

# A denial, a refusal to answer, an apology or a question claims nothing of its own.
_NO_CLAIM = ("decline", "apologise", "question", "demand")
_TYPES = {"person": "Person", "org": "Organization", "place": "Place"}
_AROUND = 32  # letters before and behind a quotation, by which it is found again


def as_json_ld(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """NewsArticle for each article, Claim for what somebody asserts, Quotation for the rest of what is said.

    The vocabulary stands in the file itself, so that no network is needed to read it.
    """
    records: tuple[Word | Deed, ...] = (*of.words, *of.deeds)
    articles = {one.told.place.address: one.told.place for one in records}
    nodes = [_article(place) for _, place in sorted(articles.items())]
    nodes += [_said(word, of) for word in of.words]
    yield "sagwan.jsonld", _written({"@context": {"@vocab": "https://schema.org/"}, "@graph": nodes})


def _article(place: Place) -> Json:
    publisher: Json | None = {"@type": "Organization", "name": place.outlet} if place.outlet else None
    node: Json = {
        "@id": f"urn:sagwan:{place.address}",
        "@type": "NewsArticle",
        "headline": place.headline,
        "publisher": publisher,
        "datePublished": place.published,
        "inLanguage": "ko",
    }
    return {key: value for key, value in node.items() if value is not None}


def _said(word: Word, of: Bundle) -> Json:
    speaker = of.cast.speaker(word)
    claims = word.stance not in _NO_CLAIM
    person: Json | None = {"@type": _TYPES.get(of.kind(word.speaker) or "", "Person"), "name": speaker}
    node: Json = {
        "@id": f"urn:sagwan:{word.id}",
        "@type": "Claim" if claims else "Quotation",
        "text": word.quote,
        "author" if claims else "spokenByCharacter": person if speaker else None,
        "about": [{"@type": "Thing", "name": of.cast.name(id_)} for id_ in word.about] or None,
        "appearance" if claims else "isPartOf": {"@id": f"urn:sagwan:{word.told.place.address}"},
        "additionalType": f"sagwan:stance/{word.stance}",
    }
    return {key: value for key, value in node.items() if value is not None}


def as_annotations(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """A collection of Web Annotations (W3C Recommendation of 2017): each statement and event on its characters.

    Places count code points of the text named by its SHA-256, as TextPositionSelector asks for; a TextQuoteSelector
    beside it finds the words in any other copy.
    """
    records: tuple[Word | Deed, ...] = (*of.words, *of.deeds)
    items = [_annotation(one, of) for one in records if one.told.page in of.texts]
    page: Json = {"type": "AnnotationPage", "items": items}
    whole: Json = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:sagwan:annotations",
        "type": "AnnotationCollection",
        "total": len(items),
        "first": page,
    }
    yield "annotations.jsonld", _written(whole)


def _annotation(one: Word | Deed, of: Bundle) -> Json:
    text_id, chars = of.texts[one.told.page]
    start, end = one.told.start, one.told.stop
    selectors = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {
            "type": "TextQuoteSelector",
            "exact": chars[start:end],
            "prefix": chars[max(0, start - _AROUND) : start],
            "suffix": chars[end : end + _AROUND],
        },
    ]
    event = isinstance(one, Deed)
    said = f"{one.frame} · {one.status}" if isinstance(one, Deed) else f"{of.cast.speaker(one) or '?'} · {one.stance}"
    return {
        "id": f"urn:sagwan:{one.id}",
        "type": "Annotation",
        "motivation": "classifying" if event else "identifying",
        "body": {"type": "TextualBody", "value": said, "purpose": "tagging", "format": "text/plain"},
        "target": {"source": f"urn:sha256:{text_id}", "selector": selectors},
    }


def _written(node: Json) -> bytes:
    return msgspec.json.format(msgspec.json.encode(node), indent=1)
