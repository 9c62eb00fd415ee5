"""What the learned tagger says, laid beside the rules: each checks the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks
from sagwan.extract.names.promise import may_name
from sagwan.extract.names.shape import is_korean_name
from sagwan.extract.names.tagger import tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.core.span import Span
    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.tagger import Tagged
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage

# KLUE's kinds that name somebody or something; its times and quantities are read elsewhere.
_KINDS = {"PS": Kind.PERSON, "OG": Kind.ORG, "LC": Kind.PLACE}
_LIKELY = 0.6
# A confidence c weighs WEIGHT * c * c: 0.86 alone is enough for a name (see census.ENOUGH).
_WEIGHT = 2.05
_DOUBT = 1.0
_WEAK_RULES = frozenset({"shape", "run", "pieces"})


class Learned:
    """The tagger's names of a passage, by place."""

    def __init__(self, tagged: Iterable[Tagged]) -> None:
        self._by_start = {t.span.start: t for t in tagged if t.kind in _KINDS}

    @classmethod
    def of(cls, passage: Passage, known: Knowledge) -> Learned:
        """Let the tagger read the sentences of the passage that may hold a name."""
        asked = [sentence for sentence in passage.sentences if may_name(sentence, known)]
        return cls(t for sentence in tag(asked) for t in sentence)

    def says(self, span: Span) -> tuple[Kind, float] | None:
        """The kind and confidence that the tagger gives exactly this stretch."""
        found = self._by_start.get(span.start)
        return (_KINDS[found.kind], found.confidence) if found and found.span == span else None

    def correct(self, us: list[Unit], known: Knowledge) -> list[Unit]:
        """Take common nouns for (parts of) a name where the tagger does: 리드 알베르, 누리은행."""
        for i, u in enumerate(us):
            found = self._by_start.get(u.start)
            if found is None or found.confidence < _LIKELY:
                continue
            inside = [k for k in range(i, len(us)) if us[k].end <= found.span.end]
            if not inside or any(us[k].looks not in _OPEN or us[k].text in known.no_names for k in inside):
                continue
            if found.kind == "PS":
                for k in inside:
                    us[k] = _as_name(us[k], known, alone=len(inside) == 1)
            elif found.kind == "OG" and len(inside) == 1 and u.looks is Looks.NOUN and u.end == found.span.end:
                us[i] = u._replace(looks=Looks.NAMED, proper=True, kind=Kind.ORG, rule="tagger")
        return us

    def hear(self, census: Census, us: Sequence[Unit], chars: str, known: Knowledge) -> None:
        """Note the tagger's names that begin and end with units of which none is a title or a name of its own."""
        for i, u in enumerate(us):
            found = self._by_start.get(u.start)
            if found is None:
                continue
            last = next((k for k in range(i, len(us)) if us[k].end >= found.span.end), None)
            if last is None or not _is_one_name(us[i : last + 1], known):
                continue
            # The tagger sees a name that the analyser cut in the pieces that it was cut into.
            if us[last].end != found.span.end and not (us[last].rule == "pieces" and found.kind == "PS" and last == i):
                continue
            # 한가람 누리아뜰리에 대표: a Korean full name is one by itself, whatever follows it.
            end = u.end if _is_full_name(u, known) else us[last].end
            census.seen[chars[u.start : end]] += 1
            census.note(chars[u.start : end], _KINDS[found.kind], _WEIGHT * found.confidence**2, "tagger")


_FULL = 3
_OPEN = frozenset({Looks.NOUN, Looks.PROPER, Looks.PERSON})


def _as_name(u: Unit, known: Knowledge, *, alone: bool) -> Unit:
    if u.looks is not Looks.NOUN:
        return u
    looks = Looks.PERSON if alone and is_korean_name(u.text, known) else Looks.PROPER
    return u._replace(looks=looks, proper=True, kind=Kind.PERSON if looks is Looks.PERSON else None, rule="tagger")


def _is_full_name(u: Unit, known: Knowledge) -> bool:
    common = u.text[0] in known.syllables["surname_common"]
    return u.looks is Looks.PERSON and len(u.text) == _FULL and common and is_korean_name(u.text, known)


def _is_one_name(us: Sequence[Unit], known: Knowledge) -> bool:
    if len(us) == 1:
        return us[0].looks in _OPEN | {Looks.NAMED} and us[0].text not in known.no_names and len(us[0].text) > 1
    return all(u.looks in _OPEN or (u.looks is Looks.FAMILY and i) for i, u in enumerate(us))


def doubt(census: Census) -> None:
    """Take weight from people whom only their shape speaks for and whom the tagger nowhere takes for such."""
    for surface, rules in census.heard.items():
        person = rules.get(Kind.PERSON)
        if person and person.keys() <= _WEAK_RULES:
            census.weights[surface][Kind.PERSON] -= _DOUBT
