"""Whoever the text carries over: the speaker before, a pronoun's person, the body behind its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.core.statement import Found
from sagwan.extract.statements.phrase import phrase_start
from sagwan.extract.statements.scene import NOBODY, Scene, Speaker
from sagwan.extract.statements.source import Source, source_of

if TYPE_CHECKING:
    from sagwan.core.entity import Reference
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.unit import Unit

_SHORTLY = 120  # characters
_TWO = 2
_GOVERNMENTS = frozenset("시도군구")
SWITCHING = ("자", "더니", "었더니")


def same_sentence(scene: Scene, last: Unit, speaker: Speaker) -> Speaker | None:
    """Without a subject of its own a piece of speech has the speaker of the one before in its sentence."""
    if speaker.source is None:
        return None
    if last.reporting and last.reporting.ending.form in SWITCHING:
        other = scene.discourse.other_than(speaker.source)
        return Speaker(other, Found.CARRIED, "말을 받은 사람") if other else None
    return Speaker(speaker.source, speaker.found, "같은 문장의 화자", -1, speaker.candidates)


def resolve(scene: Scene, speaker: Speaker) -> Speaker:
    """Put a person in place of a pronoun, the last source in place of 이 관계자, the body in place of its paper, and
    the outlet that reported before in place of 신문.
    """
    source = speaker.source
    if source is None or source.entity:
        return speaker
    meant = scene.meant.get(source.span.start)
    if meant and meant.entities and not _is_told_apart(scene, source):
        return Speaker(_stands_for(scene, source, meant), Found.CARRIED, "가리키는 말", speaker.end)
    if source.sort == "paper" and not source.again:
        body = scene.discourse.body()
        return Speaker(body, Found.INFERRED, "문서를 낸 곳", speaker.end) if body else speaker
    carried = _meant_by(scene, source)
    return Speaker(carried, Found.CARRIED, "가리키는 말", speaker.end) if carried else speaker


def _is_told_apart(scene: Scene, source: Source) -> bool:
    """Whether the word has a way of its own to say whom it means: 그, 신문, 고인, 이들."""
    return source.singular or source.several or source.sort == "late" or _is_last_outlet(scene, source)


def _is_last_outlet(scene: Scene, source: Source) -> bool:
    alone = source.again or " " not in (source.label or "")
    return source.sort == "outlet" and alone and bool(scene.discourse.relayed)


def _meant_by(scene: Scene, source: Source) -> Source | None:
    discourse = scene.discourse
    if source.singular:
        return discourse.person() or named_before(scene.who, source.span.start)
    if source.several:
        return discourse.several(scene.number)
    if _is_last_outlet(scene, source):
        return discourse.relayed[-1]
    if source.sort == "late":
        return scene.late
    if not source.again and source.label and " " not in source.label:
        return _called_by_office(scene.who, source, source.label)
    return (discourse.again(source.label) or discourse.last_speaker()) if source.again and source.label else None


def _called_by_office(who: NameIndex, source: Source, word: str) -> Source | None:
    """시는, 과장은: a government or a post that one of the page so far is or has."""
    if source.sort == "body" and word in _GOVERNMENTS:
        return _government(who, source)
    return _holder(who, word, source.span.start) if source.sort == "person" else None


def _holder(who: NameIndex, title: str, at: int) -> Source | None:
    """과장은: the one person of the page so far whose title ends so (형사과장)."""
    named = {e.id: (span, e) for span, e in who.between(0, at) if e.kind is Kind.PERSON}
    holders = [(span, e) for span, e in named.values() if any(_ends_so(role.title, title) for role in e.roles)]
    return Source("person", holders[0][0], holders[0][1].id) if len(holders) == 1 else None


def _ends_so(title: str, word: str) -> bool:
    return title.endswith(word) and (len(word) > 1 or title == word)


def _government(who: NameIndex, source: Source) -> Source | None:
    """시는: the one city of the page so far."""
    named = (pair for pair in who.between(0, source.span.start) if pair[1].kind is Kind.PLACE)
    cities = {e.id: span for span, e in named if e.name.endswith(source.label or "") and len(e.name) > _TWO}
    return next((Source("place", span, ident) for ident, span in cities.items()), None) if len(cities) == 1 else None


def named_before(who: NameIndex, at: int) -> Source | None:
    """The person named last, shortly before character `at`, in whatever part of a sentence."""
    named = [pair for pair in who.between(max(0, at - _SHORTLY), at) if pair[1].kind is Kind.PERSON]
    return Source("person", named[-1][0], named[-1][1].id) if named else None


def _stands_for(scene: Scene, source: Source, meant: Reference) -> Source:
    """이 회사, 양사, 두 사람: whom it means; people of such a house are not the house (이 회사 직원들)."""
    first = scene.who.of(meant.entities[0])
    if source.sort in ("unnamed", "person", "group") and len(meant.entities) == 1:
        return replace(source, behalf=meant.entities[0], again=False)
    together = meant.entities if len(meant.entities) > 1 else ()
    return Source(first.kind.value if first else source.sort, source.span, meant.entities[0], candidates=together)


def said_beside(scene: Scene, *, ahead: bool = False) -> Speaker:
    """한서린 대표의 소감이다. beside a quotation that stands alone: whose words they are; `ahead` of it also
    한서린 대표의 각오는 남다르다.
    """
    tokens = scene.stream.tokens
    tags = ("VCP", "JX", "JKS") if ahead else ("VCP",)
    for i, token in enumerate(tokens):
        if token.tag == "NNG" and token.form in scene.book.nouns and i + 1 < len(tokens) and tokens[i + 1].tag in tags:
            first = phrase_start(scene.stream, i, scene.who)
            owner = next((k for k in range(i - 1, first, -1) if tokens[k].tag == "JKG"), None)
            if owner is not None:
                source = source_of(scene.stream, first, owner, scene.who, scene.book)
                if source.speaks:
                    return Speaker(source, Found.WRITTEN, "…의 소감이다", i)
    return NOBODY


def spoke_on(scene: Scene) -> Speaker:
    """A quotation by itself goes on from words right before it, or from somebody who smiles, shouts or asks."""
    before = scene.discourse.speakers_in(scene.number - 1)
    if before:
        return Speaker(before[-1], Found.CARRIED, "앞 문장의 화자")
    if scene.before_acts and scene.discourse.subjects and scene.discourse.subjects[-1][0] == scene.number - 1:
        return Speaker(scene.discourse.subjects[-1][1], Found.CARRIED, "앞 문장의 주어")
    return NOBODY


def carried(scene: Scene) -> Speaker:
    """The speaker of a sentence that names none: whoever spoke before; nobody where two fit equally well."""
    source, candidates = scene.discourse.elided(scene.number, connected=scene.connected)
    if source is None:
        return NOBODY
    if candidates:
        return Speaker(None, Found.INFERRED, "둘 다 맞는 앞 화자", -1, candidates)
    return Speaker(source, Found.CARRIED, "앞 문장의 화자")
