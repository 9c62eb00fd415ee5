"""What the learned tagger says, laid beside the rules: each checks the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.extract.names.knowledge import knowledge
from sagwan.extract.names.look import Looks
from sagwan.extract.names.nominal import link_over
from sagwan.extract.names.promise import may_name
from sagwan.extract.names.shape import is_hangul, is_korean_name
from sagwan.extract.names.tagger import has_met, tag

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sagwan.core.span import Span
    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.tagger import Tagged
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon

# KLUE's kinds that name somebody or something; its times and quantities are read elsewhere.
_KINDS = {"PS": Kind.PERSON, "OG": Kind.ORG, "LC": Kind.PLACE}
_LIKELY = 0.6
# Words in a row that begin with an unknown proper noun need less.
_RUN = 0.4
# So does a noun of three syllables before a title.
_BEFORE_TITLE = 0.3
# A confidence c weighs WEIGHT * c * c: 0.86 alone is enough for a name (see census.ENOUGH).
_WEIGHT = 2.05
_DOUBT = 1.0
# So faint a confidence says nothing: 조종실, which is built like a name.
_FAINT = _WEIGHT * 0.3**2
_WEAK_RULES = frozenset({"shape", "run", "pieces"})
_RUN_RULES = frozenset({"run", "short-form"})


class Learned:
    """The tagger's names of a passage, by place."""

    def __init__(self, tagged: Iterable[Tagged]) -> None:
        self._by_start = {t.span.start: t for t in tagged if t.kind in _KINDS}

    def says(self, span: Span) -> tuple[Kind, float] | None:
        """The kind and confidence that the tagger gives exactly this stretch."""
        found = self._by_start.get(span.start)
        return (_KINDS[found.kind], found.confidence) if found and found.span == span else None

    def words_of_people(self, chars: str) -> set[str]:
        """The words of all names that the tagger takes for people's, if it is sure or not."""
        return {
            word for t in self._by_start.values() if t.kind == "PS" for word in chars[t.span.start : t.span.end].split()
        }

    def correct(self, us: list[Unit], known: Knowledge) -> list[Unit]:
        """Take common nouns for (parts of) a name where the tagger does: 리드 알베르, 누리은행."""
        us = self._with_parts(us, known)
        for i, u in enumerate(us):
            found = self._by_start.get(u.start)
            if found is None and u.looks is not Looks.PERSON:
                continue
            foreign = self._foreign(us, i, known)
            for k in range(i, i + foreign):
                us[k] = replace(us[k], looks=Looks.PROPER, proper=True, kind=None)
            if foreign or found is None or _is_mended(us, i, found, known):
                continue
            if found.confidence < (_BEFORE_TITLE if _is_titled(us, i) else _LIKELY):
                continue
            inside = [k for k in range(i, len(us)) if us[k].end <= found.span.end]
            if not inside or any(us[k].looks not in _OPEN or us[k].text in known.no_names for k in inside):
                continue
            if found.kind == "PS":
                for k in inside:
                    us[k] = _as_name(us[k], known, alone=len(inside) == 1)
            elif found.kind == "OG" and len(inside) == 1 and u.looks is Looks.NOUN and u.end == found.span.end:
                us[i] = replace(u, looks=Looks.NAMED, proper=True, kind=Kind.ORG, rule="tagger")
        return us

    def _with_parts(self, us: list[Unit], known: Knowledge) -> list[Unit]:
        """Make one name of a known body and a body of its own, where the tagger sees one: 유엔 인도주의업무조정국."""
        joined: list[Unit] = []
        for u in us:
            joined.append(u)
            if not u.text.endswith(known.parts) or u.looks not in _OPEN:
                continue
            if u.text in known.parts or u.text in known.no_names:
                continue
            whole = self._whole(joined)
            if whole is not None:
                first, text = whole
                head = joined[first]
                famous = known.forms.get(text)
                joined[first:] = [replace(head, text=text, end=u.end, tail=u.tail, famous=famous, rule="ending")]
        return joined

    def _whole(self, us: Sequence[Unit]) -> tuple[int, str] | None:
        """Where the known body begins that the last unit belongs to, and the name of both; None where none does."""
        first = next((k for k in range(len(us) - 2, -1, -1) if us[k].famous and us[k].kind is Kind.ORG), None)
        if first is None or any(u.tail for u in us[first:-1]):
            return None
        inside, said = us[first + 1 :], self._by_start.get(us[first].start)
        sure = said is not None and said.kind == "OG" and said.confidence >= _RUN and said.span.end == us[-1].end
        text = " ".join(u.text for u in us[first:])
        plain = all(u.link == " " and u.looks in _OPEN for u in inside)
        return (first, text) if sure and plain and len(text) == us[-1].end - us[first].start else None

    def _foreign(self, us: Sequence[Unit], i: int, known: Knowledge) -> int:
        """Of how many units a foreign name is made that begins at `i`, where the tagger sees all of it or its last
        word: 파블로 이바라 리스코, 에밀리 탄, 이안 알베르.
        """
        found = self._person_at(us[i].start, _RUN)
        if found is None and us[i].looks is Looks.PERSON and i + 1 < len(us):
            found = self._person_at(us[i + 1].start, _LIKELY)
        inside = [u for u in us[i:] if u.end <= found.span.end] if found else []
        if found is None or len(inside) < _TWO or inside[-1].end != found.span.end:
            return 0
        foreign = _begins_foreign(inside, known, sure=found.confidence >= _LIKELY) and _goes_on(inside)
        return len(inside) if foreign else 0

    def _person_at(self, start: int, least: float) -> Tagged | None:
        found = self._by_start.get(start)
        return found if found and found.kind == "PS" and found.confidence >= least else None

    def hear(self, census: Census, us: Sequence[Unit], chars: str, known: Knowledge) -> None:
        """Note the tagger's names that begin and end with units of which none is a title or a name of its own."""
        for i, u in enumerate(us):
            found = self._by_start.get(u.start)
            if found is None:
                continue
            last = next((k for k in range(i, len(us)) if us[k].end >= found.span.end), None)
            if last is None or not _is_one_name(us[i : last + 1], known):
                continue
            if found.kind == "PS" and last > i and us[last].text in known.no_names:  # 보라 지수
                continue
            # The tagger sees a name that the analyser cut in the pieces that it was cut into.
            if us[last].end != found.span.end and not (us[last].rule == "pieces" and found.kind == "PS" and last == i):
                continue
            # 한가람 누리아뜰리에 대표: a Korean full name is one by itself, whatever follows it.
            end = u.end if _is_full_name(u, known) else us[last].end
            census.seen[chars[u.start : end]] += 1
            census.note(chars[u.start : end], _KINDS[found.kind], _WEIGHT * found.confidence**2, "tagger")


def read_learned(passages: Sequence[Passage], lexicon: Lexicon) -> list[Learned]:
    """Let the tagger read the sentences of each passage that may hold a name."""
    known = knowledge(lexicon)
    asked = [[sentence for sentence in passage.sentences if may_name(sentence, known)] for passage in passages]
    tagged = iter(tag([sentence for of_passage in asked for sentence in of_passage]))
    return [Learned(t for _ in of_passage for t in next(tagged)) for of_passage in asked]


_FULL = 3
_TWO = 2
_OPEN = frozenset({Looks.NOUN, Looks.PROPER, Looks.PERSON})


def _is_titled(us: Sequence[Unit], i: int) -> bool:
    """이중철 교수: whether a noun of three syllables stands right before a title."""
    u = us[i]
    return (
        len(u.text) == _FULL
        and not u.tail
        and i + 1 < len(us)
        and us[i + 1].looks is Looks.TITLE
        and us[i + 1].link == " "
    )


def _has_last_name(us: Sequence[Unit], i: int, found: Tagged, known: Knowledge) -> bool:
    """브레곤 믹스 위원장, 리산 수 ORX 총장: whether the common noun between an unknown word that the tagger takes for
    somebody's name and a title is the last word of that name.
    """
    if i + 2 >= len(us):
        return False
    first, noun, *rest = us[i : i + 4]
    if found.kind != "PS" or found.span.end != first.end or first.looks is not Looks.PROPER or first.kind:
        return False
    held = rest[0].looks is Looks.TITLE or (
        rest[0].kind is Kind.ORG and not rest[0].tail and len(rest) > 1 and rest[1].looks is Looks.TITLE
    )
    beside = noun.link == " " == rest[0].link and not first.tail and not noun.tail and len(noun.text) <= _FULL
    plain = noun.looks is Looks.NOUN and is_hangul(noun.text) and not noun.text.endswith(known.departments)
    common = noun.text in known.sorts or noun.text in known.no_names or known.ending_of(noun.text)
    return held and beside and plain and not common


def _is_torn(u: Unit, found: Tagged, known: Knowledge) -> bool:
    """남율·한가람 변호사, of which the analyser leaves 남: whether the tagger's name goes on in the tail."""
    rest = u.tail[: found.span.end - u.end]
    sure = found.kind == "PS" and found.confidence >= _LIKELY and rest != ""
    return sure and len(rest) == found.span.end - u.end and is_korean_name(u.text + rest, known)


def _is_mended(us: list[Unit], i: int, found: Tagged, known: Knowledge) -> bool:
    """Whether a name is made whole here that the analyser tore or took for a common noun in part."""
    if us[i].looks is Looks.FAMILY and _is_torn(us[i], found, known):
        _mend(us, i, found.span.end - us[i].end)
        return True
    if _has_last_name(us, i, found, known):
        us[i + 1] = replace(us[i + 1], looks=Looks.PROPER, proper=True)
    return False


def _mend(us: list[Unit], i: int, more: int) -> None:
    u, rest = us[i], us[i].tail[more:]
    whole = replace(u, text=u.text + u.tail[:more], end=u.end + more, looks=Looks.PERSON, tail=rest)
    us[i] = replace(whole, proper=True, kind=Kind.PERSON, rule="tagger")
    if i + 1 < len(us) and us[i + 1].start == whole.end + len(rest):
        us[i + 1] = replace(us[i + 1], link=link_over(rest))


def _begins_foreign(us: Sequence[Unit], known: Knowledge, *, sure: bool) -> bool:
    """Whether the first word is an unknown proper noun, or one of Korean shape (이안, 마리아) before such a noun."""
    first, second = us[:_TWO]
    if first.looks is Looks.PROPER:
        return True
    if first.looks is Looks.NOUN and second.looks is Looks.PROPER and first.text not in known.sorts:
        return not has_met(first.text, "NNG")  # 셰린 알베르
    shaped = first.looks is Looks.PERSON and (len(first.text) == _TWO or (sure and has_met(first.text, "NNP")))
    return shaped and second.looks is Looks.PROPER and not known.ending_of(second.text)


def _goes_on(us: Sequence[Unit]) -> bool:
    """Whether words in Hangul follow each other with nothing but a blank between."""
    joined = all(u.link == " " and (u.looks in _OPEN or u.looks is Looks.FAMILY) for u in us[1:])
    return joined and not any(u.tail for u in us[:-1]) and all(is_hangul(u.text) and not u.famous for u in us)


def _as_name(u: Unit, known: Knowledge, *, alone: bool) -> Unit:
    if u.looks is not Looks.NOUN:
        return u
    looks = Looks.PERSON if alone and is_korean_name(u.text, known) else Looks.PROPER
    return replace(u, looks=looks, proper=True, kind=Kind.PERSON if looks is Looks.PERSON else None, rule="tagger")


def _is_full_name(u: Unit, known: Knowledge) -> bool:
    common = u.text[0] in known.syllables["surname_common"]
    return u.looks is Looks.PERSON and len(u.text) == _FULL and common and is_korean_name(u.text, known)


def _is_one_name(us: Sequence[Unit], known: Knowledge) -> bool:
    if len(us) == 1:
        return us[0].looks in _OPEN | {Looks.NAMED} and us[0].text not in known.no_names and len(us[0].text) > 1
    return all(u.looks in _OPEN or (u.looks is Looks.FAMILY and i) for i, u in enumerate(us))


def doubt(census: Census, learned: Learned, chars: str) -> None:
    """Take weight from people whom only their shape speaks for and whom the tagger nowhere takes for such, and all of
    it from words in a row of which it takes none for a part of somebody's name (달빛 보라곡선).
    """
    words = learned.words_of_people(chars)
    for surface, rules in census.heard.items():
        person = rules.get(Kind.PERSON)
        if not person:
            continue
        if person.keys() - {"tagger"} <= _WEAK_RULES and person.get("tagger", 0.0) < _FAINT:
            census.weights[surface][Kind.PERSON] -= _DOUBT
        if person.keys() <= _RUN_RULES and words.isdisjoint(surface.split()):
            census.weights[surface][Kind.PERSON] = 0.0
