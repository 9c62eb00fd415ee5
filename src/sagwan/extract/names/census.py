"""What the whole page says about each name: evidence for its kind, gathered before anything is decided."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks
from sagwan.extract.names.nominal import CLOSING, QUOTES
from sagwan.extract.names.shape import is_acronym, is_hangul, is_korean_name
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sagwan.extract.names.holding import Holding
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit

_AGE = re.compile(r"\((?:[1-9]\d)(?:[)·,세]| 세)")
# 가람고 3학년, 가람고 야구부
_AT_SCHOOL = re.compile(r" (?:[1-6]학년|출신|졸업|재학|동문|[가-힣]{1,3}부[ 는가를의에]|학생|교사|교장|의 경기)")
# 한가람(18·누리고)
_SCHOOL = re.compile(r"[가-힣]{2,4}[고중대]")
_AND_OTHERS = " 등 "
_MOST_WORDS = 4
# Syllables of a word that companies make up: two of them nearly all stand in dictionaries.
_COINED = 2

# How much each sort of evidence weighs; a name is taken in from ENOUGH on.
KNOWN, TITLED, ENDED, SORTED, AGED, SHAPED, LOOSE, RUN, SPLIT, HINT = 5.0, 4.0, 3.0, 3.0, 3.0, 2.0, 1.5, 1.0, 0.8, 0.5
ENOUGH = 1.5
_AGAIN, _ANEW = 0.1, 0.35
# However often the tagger says it: a name that every newsroom knows is what it is known for.
_MOST_LEARNED = 4.0
_GUESSES = frozenset({"tagger", "title-org", "place-like"})


def _weights() -> dict[str, dict[Kind, float]]:
    return defaultdict(lambda: defaultdict(float))


def _rules() -> dict[str, dict[Kind, dict[str, float]]]:
    return defaultdict(lambda: defaultdict(dict))


def _counts() -> dict[str, int]:
    return defaultdict(int)


@dataclass(slots=True)
class Census:
    """Evidence by surface: its weight by kind, the rules heard for each kind in order, and how often it was seen."""

    weights: dict[str, dict[Kind, float]] = field(default_factory=_weights)
    heard: dict[str, dict[Kind, dict[str, float]]] = field(default_factory=_rules)
    seen: dict[str, int] = field(default_factory=_counts)

    def note(self, surface: str, kind: Kind, weight: float, rule: str) -> None:
        """Count one piece of evidence: a rule counts as much as its strongest piece, and each more adds a tenth. The
        tagger reads each sentence anew, so that what it sees again adds a third.
        """
        rules = self.heard[surface][kind]
        before = rules.get(rule)
        more = _ANEW if rule == "tagger" else _AGAIN
        gain = weight if before is None else max(0.0, weight - before) + min(weight, before) * more
        rules[rule] = max(weight, before or 0.0)
        if rule == "tagger":
            gain = min(gain, max(0.0, _MOST_LEARNED - self.weights[surface][kind]))
        self.weights[surface][kind] += gain

    def _is_open(self, surface: str, kinds: Mapping[str, Kind]) -> bool:
        """Whether nothing but a guess tells what `surface` is."""
        kind = kinds.get(surface)
        return kind is None or self.heard[surface][kind].keys() <= _GUESSES

    def weight(self, surface: str, kind: Kind) -> float:
        """What speaks for this kind."""
        found = self.weights.get(surface)
        return found.get(kind, 0.0) if found else 0.0

    def kind(self, surface: str) -> tuple[Kind, str] | None:
        """The kind with the most evidence and its rule; None where there is not enough for any."""
        found = self.weights.get(surface)
        if not found:
            return None
        best = max(found, key=lambda k: (found[k], k is Kind.ORG, k.value))
        rules = self.heard[surface][best]
        return (best, max(rules, key=lambda r: rules[r])) if found[best] >= ENOUGH else None

    def decide(self) -> tuple[dict[str, Kind], dict[str, str]]:
        """The kind of every surface that there is enough evidence for, and the rule that told it."""
        kinds: dict[str, Kind] = {}
        rules: dict[str, str] = {}
        for surface in self.weights:
            told = self.kind(surface)
            if told:
                kinds[surface], rules[surface] = told
        for full in [s for s, k in kinds.items() if k is Kind.PERSON and " " in s]:
            # A word of a full name that also stands alone names the same person.
            for part in full.split():
                if part in self.seen and len(part) > 1 and self._is_open(part, kinds):
                    kinds[part], rules[part] = Kind.PERSON, "part-of-the-name"
        return kinds, rules


def hear(census: Census, us: Sequence[Unit], chars: str, known: Knowledge) -> None:
    """Note what the units of one row say by themselves and by their neighbours."""
    for i, u in enumerate(us):
        if u.looks is Looks.NAMED and u.kind:
            census.seen[u.text] += 1
            if u.rule != "tagger":
                weak = u.famous is not None and u.famous.weak
                census.note(u.text, u.kind, HINT if weak else KNOWN if u.famous else ENDED, u.rule)
        elif u.looks is Looks.PERSON:
            census.seen[u.text] += 1
            weak = u.rule == "pieces" or len(u.text) < 3  # noqa: PLR2004
            census.note(u.text, Kind.PERSON, SPLIT if weak else SHAPED, u.rule)
        elif u.looks is Looks.NOUN:
            found = known.ending_of(u.text)
            told = u.text not in known.no_names
            if found and told and found[1].kind is Kind.ORG and len(u.text) - len(found[0]) > 1:
                census.note(u.text, Kind.ORG, LOOSE if _is_coined(u.text, found[0]) else HINT, "ending")
        elif u.looks is Looks.PROPER:
            census.seen[u.text] += 1
            kind = Kind.PERSON if u.rule == "reign" else u.kind
            if kind is not None:
                told = len(u.text) > 2 and not _is_of_nouns(u.text)  # noqa: PLR2004
                census.note(u.text, kind, SHAPED if told else HINT, u.rule)
        if u.looks in (Looks.PROPER, Looks.PERSON, Looks.NAMED) or (u.looks is Looks.NOUN and u.text[-1] in "고중"):
            _hear_neighbours(census, us, i, chars, known)


def _is_of_nouns(word: str) -> bool:
    """세계유산: two common nouns, whatever the second ends in."""
    return len(word) == 2 * _COINED and has_met(word[:_COINED], "NNG") and has_met(word[_COINED:], "NNG")


def _is_coined(word: str, ending: str) -> bool:
    """솔빛에너지, of nouns that the analyser knows: whether what stands before the ending is no word of its own."""
    stem = word[: -len(ending)]
    return len(stem) == _COINED and len(ending) > 1 and is_hangul(stem) and not has_met(stem, "NNG")


def _hear_neighbours(census: Census, us: Sequence[Unit], i: int, chars: str, known: Knowledge) -> None:
    u = us[i]
    if chars[u.end : u.end + 1] == "(" and _AGE.match(chars, u.end):
        run = _run_back(us, i)
        census.note(chars[run[0].start : u.end], Kind.PERSON, AGED, "age")
    if u.text[-1] in "고중대" and _AT_SCHOOL.match(chars, u.end) and u.looks is not Looks.NAMED:
        census.note(u.text, Kind.ORG, SORTED, "school")
    if u.looks is Looks.PROPER or (u.famous is not None and u.famous.weak):
        _hear_sort(census, us, i, chars, known)
    if u.looks is Looks.PROPER and _owns(us, i, known):
        census.note(u.text, Kind.ORG, LOOSE, "belonging")
    if _heads_foreign(us, i):
        census.note(chars[u.start : us[i + 1].end], Kind.PERSON, TITLED, "run")
    if u.looks is Looks.PROPER and u.kind is None and (i == 0 or us[i - 1].looks is not Looks.PROPER or u.link != " "):
        name = _run_on(us, i)
        if 1 < len(name) <= _MOST_WORDS and all(is_hangul(u.text) for u in name):
            census.seen[chars[u.start : name[-1].end]] += 1
            census.note(chars[u.start : name[-1].end], Kind.PERSON, RUN, "run")


def _owns(us: Sequence[Unit], i: int, known: Knowledge) -> bool:
    """Whether what only organisations have stands right behind a unit: 보라비 관계자."""
    return not us[i].tail and i + 1 < len(us) and us[i + 1].link == " " and us[i + 1].text in known.belongings


def _hear_sort(census: Census, us: Sequence[Unit], i: int, chars: str, known: Knowledge) -> None:
    u = us[i]
    if i and u.link in (" ", "인", "‘"):
        sort = known.sort_before(us[i - 1].text) if us[i - 1].looks is Looks.NOUN else None
        if sort and (us[i - 1].tail == "" or u.link == "인"):
            name = _run_on(us, i)
            census.note(chars[u.start : name[-1].end], sort, SORTED, "sort")
    if chars.startswith(_AND_OTHERS, u.end):
        _hear_list(census, us, i, known)


def _hear_list(census: Census, us: Sequence[Unit], last: int, known: Knowledge) -> None:
    """가람, 누리 등 운용사들: what the word behind 등 says of each unknown name before it."""
    sort = known.sorts.get(us[last + 1].text) if last + 1 < len(us) else None
    i = last
    while sort and i >= 0 and us[i].looks is Looks.PROPER and (i == last or us[i + 1].link == ","):
        census.note(us[i].text, sort, SORTED, "sort")
        i -= 1


def hear_short_forms(census: Census) -> None:
    """Words in a row of which the last also stands alone are a foreign person's full name and last name."""
    runs = [s for s, rules in census.heard.items() if "run" in rules.get(Kind.PERSON, ())]
    for full in runs:
        if census.seen[full.split()[-1]] > census.seen[full]:
            census.note(full, Kind.PERSON, LOOSE, "short-form")


def hear_aside(census: Census, outer: Sequence[Unit], host: int, us: Sequence[Unit], chars: str) -> None:
    """A foreign name with a country or a club in brackets behind it is a person's: 브루노 알베르(네덜란드)."""
    last = next((i for i, u in enumerate(outer) if u.end == host), None)
    if last is not None and outer[last].looks is Looks.PERSON and _is_school(us[-1]):
        census.note(us[-1].text, Kind.ORG, SORTED, "school")
    if last is None or us[0].looks is not Looks.NAMED or us[0].kind not in (Kind.PLACE, Kind.ORG):
        return
    run = _run_back(outer, last)
    plays = len(us) == 1 and us[0].famous is not None and us[0].famous.entry == "known.club"
    if (len(run) > 1 or plays) and all(u.looks is Looks.PROPER and u.kind is None for u in run):
        census.note(chars[run[0].start : host], Kind.PERSON, SHAPED, "from")


def _is_school(u: Unit) -> bool:
    """한가람(18·누리고): a word that ends like a school's and is none of the dictionary's."""
    return _SCHOOL.fullmatch(u.text) is not None and not u.tail and not has_met(u.text, "NNG")


def _heads_foreign(us: Sequence[Unit], i: int) -> bool:
    """라이언 알베르가: a word of Korean shape may be a foreign first name where a proper noun closes the phrase."""
    if us[i].looks is not Looks.PERSON or us[i].tail or i + 1 >= len(us) or not _runs(us[i + 1]):
        return False
    return bool(us[i + 1].tail) and len(us[i + 1].text) > 1 and not (i + 2 < len(us) and us[i + 2].link == " ")


def _run_on(us: Sequence[Unit], i: int) -> list[Unit]:
    run = [us[i]]
    while i + 1 < len(us) and not us[i].tail and _runs(us[i + 1]):
        i += 1
        run.append(us[i])
    return run


def _runs(u: Unit) -> bool:
    return u.looks is Looks.PROPER and u.link == " " and u.kind is None


def _run_back(us: Sequence[Unit], i: int) -> list[Unit]:
    run = [us[i]]
    while (
        i
        and us[i].link == " "
        and us[i].looks is Looks.PROPER
        and us[i - 1].looks is Looks.PROPER
        and not us[i - 1].tail
    ):
        i -= 1
        run.insert(0, us[i])
    return run


def hear_titles(census: Census, held: Iterable[Holding], chars: str, known: Knowledge) -> None:
    """Note what the titles say: their holders are people, the names beside them organisations."""
    for h in held:
        for name in h.people:
            if len(name) == 1 and (name[0].looks is Looks.FAMILY or len(name[0].text) == 1):
                continue
            surface = chars[name[0].start : name[-1].end]
            loose = h.unsure and len(name) == 1 and not is_korean_name(surface, known)
            if loose and (is_acronym(surface) or h.title in known.heads):
                # ORX 총장, 누란 시장
                census.note(surface, Kind.ORG if is_acronym(surface) else Kind.PLACE, LOOSE, "title-org")
                continue
            census.note(surface, Kind.PERSON, LOOSE if loose else TITLED, h.rule)
        if h.org and h.org[0].looks is Looks.PERSON:  # 한가람 명지대 교수: it ends like an organisation
            census.note(h.org[0].text, Kind.ORG, TITLED, "title-org")
        elif h.org and any(u.looks in (Looks.PROPER, Looks.NOUN) for u in h.org) and not _ends_quoted(h.org, chars):
            between = h.rule == "name-org-title" and h.people[0][0].looks is Looks.PERSON
            weight = ENDED if between else LOOSE  # a sure name before it, its title behind it
            # ‘가람’의 박도현 감독: what an artist made.
            made = h.post.field == "arts" and chars[h.org[0].start - 1] in QUOTES and chars[h.org[-1].end] in QUOTES
            kind = Kind.PRODUCT if made else Kind.ORG
            census.note(chars[h.org[0].start : h.org[-1].end], kind, weight, "title-org")


def _ends_quoted(words: Sequence[Unit], chars: str) -> bool:
    """‘먼 나라 보라비’ 박도현 작가: the last words of what stands in quotation marks name nothing by themselves."""
    return chars[words[-1].end : words[-1].end + 1] in CLOSING and chars[words[0].start - 1] not in QUOTES
