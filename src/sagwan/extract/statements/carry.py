"""Whoever the text carries over: the speaker before, a pronoun's person, the body behind its paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.core.statement import Found
from sagwan.extract.statements.scene import NOBODY, Scene, Speaker
from sagwan.extract.statements.source import Source, phrase_start, source_of

if TYPE_CHECKING:
    from sagwan.core.entity import Reference
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.unit import Unit

_SHORTLY = 120  # characters
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
    carried: Source | None = None
    meant = scene.meant.get(source.span.start)
    if source.singular:
        carried = scene.discourse.person() or named_before(scene.who, source.span.start)
    elif source.sort == "outlet" and (source.again or " " not in (source.label or " ")) and scene.discourse.relayed:
        carried = scene.discourse.relayed[-1]
    elif source.sort == "late":
        carried = scene.late
    elif meant and meant.entities:
        return Speaker(_stands_for(scene, source, meant), Found.CARRIED, "가리키는 말", speaker.end)
    elif source.again and source.label:
        carried = scene.discourse.again(source.label) or scene.discourse.last_speaker()
    elif source.sort == "paper":
        carried = scene.discourse.body()
        if carried:
            return Speaker(carried, Found.INFERRED, "문서를 낸 곳", speaker.end)
    if carried is None:
        return speaker
    return Speaker(carried, Found.CARRIED, "가리키는 말", speaker.end)


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
