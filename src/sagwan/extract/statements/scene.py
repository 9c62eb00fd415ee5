"""One sentence as the speaker search sees it, and the speaker that it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sagwan.core.entity import Reference
    from sagwan.core.statement import Found
    from sagwan.extract.names.index import NameIndex
    from sagwan.extract.statements.book import Book
    from sagwan.extract.statements.discourse import Discourse
    from sagwan.extract.statements.source import Source
    from sagwan.extract.statements.stream import Stream
    from sagwan.extract.statements.subject import Subject


class Speaker(Struct, frozen=True):
    """Somebody, how the text gives them away, by which rule, and the token that the subject ends at (else -1).

    `topic`: the subject is marked with 은/는.
    """

    source: Source | None
    found: Found | None
    rule: str
    end: int = -1
    candidates: tuple[str, ...] = ()
    topic: bool = False


NOBODY = Speaker(None, None, "화자 없음")


class Scene(Struct):
    """One sentence with what is needed to say who speaks in it.

    `meant`: the words that stand for somebody named before (이 회사, 양사), by the place where they begin. `late`: who
    has died (고인).
    """

    stream: Stream
    who: NameIndex
    book: Book
    subjects: Sequence[Subject]
    number: int
    discourse: Discourse
    connected: bool
    before_acts: bool = False
    meant: Mapping[int, Reference] = field(default_factory=dict)
    late: Source | None = None

    def known_before(self, source: Source) -> bool:
        """Whether the entity was named before this sentence."""
        if not self.stream.tokens or source.entity is None:
            return False
        start = self.stream.tokens[0].start
        return any(entity.id == source.entity for _, entity in self.who.between(0, start))
