"""Who has been speaking: what a reader remembers from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field

from sagwan.extract.statements.source import Source

_TOGETHER = 2  # sentences 이들 looks back over
_REACH = 4  # sentences a speaker or a subject is remembered over


@dataclass(slots=True)
class Discourse:
    """The speakers and the subjects so far, the last one at the end, each with the number of its sentence."""

    speakers: list[tuple[int, Source]] = field(default_factory=list)
    subjects: list[tuple[int, Source]] = field(default_factory=list)
    relayed: list[Source] = field(default_factory=list)

    def spoke(self, sentence: int, source: Source, *, relays: bool = False) -> None:
        """Remember who said something in this sentence; an outlet only relays, and papers told of are not its own."""
        if source.entity or source.label:
            self.speakers.append((sentence, source))
        if relays and (source.entity or source.label):
            self.relayed.append(source)

    def acted(self, sentence: int, source: Source) -> None:
        """Remember whom this sentence is about."""
        if source.entity or source.label:
            self.subjects.append((sentence, source))

    def last_speaker(self) -> Source | None:
        """Whoever said something last."""
        return self.speakers[-1][1] if self.speakers else None

    def spoke_since(self, sentence: int) -> bool:
        """Whether anybody has said anything in this sentence or behind it."""
        return bool(self.speakers) and self.speakers[-1][0] >= sentence

    def speakers_in(self, sentence: int) -> tuple[Source, ...]:
        """The different speakers of one sentence, in order."""
        found = {s.entity or s.label: s for at, s in self.speakers if at == sentence}
        return tuple(found.values())

    def other_than(self, source: Source | None) -> Source | None:
        """The last one who spoke or was spoken of, but for `source`."""
        mine = (source.entity or source.label) if source else None
        both = sorted(self.speakers[-6:] + self.subjects[-6:], key=lambda pair: pair[0])
        for _, other in reversed(both):
            if (other.entity or other.label) != mine and other.sort in ("person", "org"):
                return other
        return None

    def person(self) -> Source | None:
        """Whom 그 means: the person that the sentences before were about, or who spoke in them."""
        return self._latest("person", "other")

    def in_focus(self, sentence: int) -> Source | None:
        """Whom this sentence is about; where it names nobody, whoever spoke or acted last a little before it."""
        spoke, acted = (pairs[-1] if pairs else (-1, None) for pairs in (self.speakers, self.subjects))
        last = acted if acted[0] >= spoke[0] else spoke
        return last[1] if sentence - last[0] < _REACH else None

    def several(self, sentence: int) -> Source | None:
        """Whom 이들 means: those who acted or spoke together a little before, or an organisation, which is many; nobody
        where others without a name come between.
        """
        told = sorted(self.speakers[-_REACH:] + self.subjects[-_REACH:], key=lambda pair: pair[0])
        for at, source in reversed(told):
            if sentence - at > _TOGETHER:
                return None
            if source.candidates or (source.sort in ("org", "place") and source.entity):
                return source
            if source.sort != "other":
                return None
        return None

    def body(self) -> Source | None:
        """The organisation that a paper without a name comes from."""
        found = self._latest("org")
        outlets = {ident for source in self.relayed for ident in (source.entity, *source.candidates)}
        return found if found and found.entity not in outlets else None

    def _latest(self, *sorts: str) -> Source | None:
        spoke, acted = (
            next(((at, s) for at, s in reversed(named) if s.sort in sorts and not s.plural), None)
            for named in (self.speakers, self.subjects)
        )
        found = spoke or acted if spoke is None or acted is None else spoke if spoke[0] >= acted[0] else acted
        return found[1] if found else None

    def again(self, label: str) -> Source | None:
        """Whom 이 관계자 means: the last unnamed speaker of that word."""
        for _, source in reversed(self.speakers):
            if source.entity is None and source.label and source.label[-2:] == label[-2:]:
                return source
        return None

    def elided(self, sentence: int, *, connected: bool) -> tuple[Source | None, tuple[str, ...]]:
        """The speaker of a sentence that names none, and who else it could be.

        The one who spoke in the sentence before, or whom that sentence was about; with a word that goes on
        (이어, 그러면서) the last speaker wherever he spoke.
        """
        before = self.speakers_in(sentence - 1)
        if len(before) > 1 and not connected:
            ids = tuple(s.entity for s in before if s.entity)
            if len(ids) > 1:
                return before[-1], ids
        if before:
            return before[-1], ()
        acted = [source for at, source in self.subjects[-_REACH:] if at == sentence - 1]
        if not connected and acted:
            return acted[-1], ()
        last = self.last_speaker()
        if last is not None:
            return last, ()
        if self.subjects and sentence - self.subjects[-1][0] <= _REACH:
            return self.subjects[-1][1], ()
        return None, ()
