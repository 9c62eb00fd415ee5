"""One line of an answer: what the ledger says, and the words of the page that it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from sagwan.ledger.query import Done, Place, Said, Sum
    from sagwan.views.cited import Cited
    from sagwan.views.why import Why

# A longer quotation is cut for the agent's context; `why` gives the whole of it.
_LONGEST = 280
_LONGEST_TOLD = 200
_HEADLINE = 80
# What `why` gives: a statement of thirty lines, and a paragraph on either side of it.
_WHOLE, _AROUND = 1_800, 600


class Quotation(msgspec.Struct, frozen=True, omit_defaults=True):
    """Words of a page, exactly, and where they stand. `id` is what the tool `why` takes; `teaser`: read in the teaser
    of another page's article; `cut`: the words go on.
    """

    words: str
    id: str
    outlet: str | None
    date: str | None
    headline: str | None = None
    teaser: bool = False
    cut: bool = False


class Fact(msgspec.Struct, frozen=True, omit_defaults=True):
    """`told` is the ledger's own wording of its records; `quoted` are the page's words, the first telling first, and
    `unquoted` how many more there are than one answer may hold.
    """

    told: str
    quoted: tuple[Quotation, ...] = ()
    unquoted: int = 0


def fact(told: str, *quoted: Quotation) -> Fact:
    """A line, cut where it would run too long."""
    return Fact(told if len(told) <= _LONGEST_TOLD else told[:_LONGEST_TOLD] + "…", quoted)


def of_cited(cited: Cited) -> Quotation:
    """A record as the views cite it, an event with its sentence."""
    return _quote(cited.sentence or cited.quote, cited.id, cited.place, teaser=cited.teaser)


def of_said(said: Said) -> Quotation:
    """A statement's words."""
    return _quote(said.quote, said.id, said.place)


def of_sum(found: Sum) -> Quotation:
    """The words of a sum of money."""
    return _quote(found.quote, found.id, found.place)


def of_done(done: Done, sentence: str) -> Quotation:
    """The sentence that tells an event."""
    return _quote(sentence, done.id, done.place)


def of_place(place: Place) -> Quotation:
    """An article by its headline."""
    words = plain(place.headline or place.source)
    return Quotation(words[:_LONGEST], place.address, place.outlet, place.published, cut=len(words) > _LONGEST)


def of_snippet(words: str, record: str, place: Place) -> Quotation:
    """A stretch of a page that a search shows."""
    return _quote(words, record, place)


def of_why_whole(found: Why) -> Quotation:
    """A record's words, marked in their sentence: whole, unless a page has neither full stop nor mercy."""
    cut = max(len(found.before), len(found.after)) > _AROUND or len(found.words) > _WHOLE
    sentence = plain(f"{found.before[-_AROUND:]}⟦{found.words[:_WHOLE]}⟧{found.after[:_AROUND]}")
    headline = plain(found.headline)[:_HEADLINE] if found.headline else None
    return Quotation(sentence, found.id, found.outlet, found.published, headline, cut=cut)


def _quote(words: str, record: str, place: Place, *, teaser: bool = False) -> Quotation:
    words = plain(words)
    cut = len(words) > _LONGEST
    headline = plain(place.headline)[:_HEADLINE] if place.headline else None
    return Quotation(words[:_LONGEST], record, place.outlet, place.published, headline, teaser, cut)


def plain(words: str) -> str:
    """On one line."""
    return " ".join(words.split())
