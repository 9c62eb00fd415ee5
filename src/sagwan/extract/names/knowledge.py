"""The lexicon's words about names, laid out for quick looking up: built once for each lexicon."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.lexicon.schema.name import (
    Appointment,
    Belonging,
    Department,
    Ending,
    Group,
    Known,
    Municipality,
    NoName,
    Sense,
    Sort,
    Syllables,
)
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Post:
    """What is known about one title word."""

    field: str
    bare: bool
    after: bool
    before: bool
    head: bool
    role: bool
    realm: bool


@dataclass(frozen=True, slots=True)
class Famous:
    """A known name in one of its forms: `full` is the name it belongs to, `entry` the one that tells it, `rule` what
    a reader is told of how it was found.
    """

    form: str
    full: str
    kind: Kind
    weak: bool
    entry: str
    rule: str = "known"


@dataclass(frozen=True, slots=True)
class Tail:
    """What one word end tells."""

    kind: Kind
    common: bool


@dataclass(frozen=True, slots=True, eq=False)
class Knowledge:
    """Look-ups by word, by word end and by first characters; no method runs over all entries."""

    titles: Mapping[str, Post]
    title_ends: frozenset[str]
    famous: Mapping[str, tuple[Famous, ...]]
    forms: Mapping[str, Famous]
    endings: Mapping[str, Tail]
    ending_ends: frozenset[str]
    closers: Mapping[str, Tail]
    spare_ends: Mapping[str, Kind]
    gathered: frozenset[str]
    branches: tuple[str, ...]
    parts: tuple[str, ...]
    clubs: frozenset[str]
    groups: tuple[Group, ...]
    heads: frozenset[str]
    municipalities: tuple[Municipality, ...]
    longest_ending: int
    sorts: Mapping[str, Kind]
    house_sorts: frozenset[str]
    name_openers: Mapping[str, Kind]
    appointments: Mapping[str, str | None]
    departments: tuple[str, ...]
    belongings: frozenset[str]
    syllables: Mapping[str, frozenset[str]]
    hanja_names: Mapping[str, str]
    no_names: frozenset[str]
    senses_before: Mapping[str, str]
    senses_behind: Mapping[str, str]

    def famous_at(self, chars: str, at: int) -> Famous | None:
        """The longest known name that begins at `at`; where it may end is the caller's to judge."""
        for one in self.famous.get(chars[at : at + 2], ()) or self.famous.get(chars[at : at + 1], ()):
            if chars.startswith(one.form, at):
                return one
        return None

    def ending_of(self, word: str) -> tuple[str, Tail] | None:
        """The longest known word end of `word`, which may be the whole word."""
        if word[-1:] not in self.ending_ends:
            return None
        for size in range(min(self.longest_ending, len(word)), 0, -1):
            tail = self.endings.get(word[-size:])
            if tail:
                return word[-size:], tail
        return None

    def sort_of(self, noun: str) -> Kind | None:
        """What a noun says of the name in marks beside it, by its last part: 영화, 독립영화."""
        return next((self.sorts[noun[at:]] for at in range(len(noun)) if noun[at:] in self.sorts), None)

    def sort_before(self, noun: str) -> Kind | None:
        """What a noun says of the name right behind it: 업체, 가전업체."""
        if noun in self.sorts:
            return self.sorts[noun]
        return Kind.ORG if any(noun[at:] in self.house_sorts for at in range(1, len(noun) - 1)) else None

    def title_of(self, word: str) -> tuple[int, Post] | None:
        """Where in `word` its title begins, and what is known about it: 0 where the whole word is one."""
        if word[-1:] not in self.title_ends:
            return None
        whole = self.titles.get(word)
        if whole:
            return 0, whole
        for at in range(1, len(word)):
            post = self.titles.get(word[at:])
            if post and post.head:
                return at, post
        return None


@cache
def knowledge(lexicon: Lexicon) -> Knowledge:
    """What `lexicon` knows about names."""
    titles = _titles(lexicon)
    forms = _forms(lexicon)
    endings = _endings(lexicon)
    senses = lexicon.all(Sense)
    return Knowledge(
        titles=titles,
        title_ends=frozenset(word[-1] for word in titles),
        famous=_by_beginning(forms),
        forms=forms,
        endings=endings,
        closers={word: Tail(Kind(e.kind), e.common) for e in lexicon.all(Ending) if e.alone for word in e.words},
        gathered=frozenset(word for e in lexicon.all(Ending) if e.gathers for word in e.words),
        branches=tuple(word for e in lexicon.all(Ending) if e.within for word in e.words),
        parts=tuple(word for e in lexicon.all(Ending) if e.part for word in e.words),
        spare_ends={word: Kind(e.kind) for e in lexicon.all(Ending) if e.spare for word in e.words},
        clubs=frozenset(word for e in lexicon.all(Ending) if e.club for word in e.words),
        groups=tuple(lexicon.all(Group)),
        heads=frozenset(end + head for m in lexicon.all(Municipality) for end in m.ends for head in m.heads),
        municipalities=tuple(lexicon.all(Municipality)),
        ending_ends=frozenset(word[-1] for word in endings),
        longest_ending=max(map(len, endings), default=0),
        sorts={word: Kind(sort.kind) for sort in lexicon.all(Sort) for word in sort.words},
        house_sorts=frozenset(
            word for sort in lexicon.all(Sort) if sort.kind == Kind.ORG and not sort.whole for word in sort.words
        ),
        name_openers={word: Kind(sort.kind) for sort in lexicon.all(Sort) if sort.part for word in sort.words},
        appointments={word: a.sense for a in lexicon.all(Appointment) for word in a.words},
        belongings=frozenset(word for b in lexicon.all(Belonging) for word in b.words),
        departments=tuple(word for d in lexicon.all(Department) for word in d.words),
        syllables={s.place: frozenset(s.words) for s in lexicon.all(Syllables)},
        hanja_names={
            word[0]: word[1:] for s in lexicon.all(Syllables) if s.place == "surname_hanja" for word in s.words
        },
        no_names=frozenset(word for entry in lexicon.all(NoName) for word in entry.words),
        senses_before={word: s.sense for s in senses if s.before for word in s.words},
        senses_behind={word: s.sense for s in senses if not s.before for word in s.words},
    )


def _titles(lexicon: Lexicon) -> dict[str, Post]:
    posts: dict[str, Post] = {}
    for t in lexicon.all(Title):
        for word in t.words:
            old = posts.get(word)
            posts[word] = Post(
                field=old.field if old else t.field,
                bare=t.bare or bool(old and old.bare),
                after=t.after or bool(old and old.after),
                before=t.before or bool(old and old.before),
                head=t.head or bool(old and old.head),
                role=t.role and (old is None or old.role),
                realm=t.realm,
            )
    return posts


def _forms(lexicon: Lexicon) -> dict[str, Famous]:
    found: dict[str, Famous] = {}
    for entry in lexicon.all(Known):
        for names in entry.names:
            for form in dict.fromkeys(way for name in names for way in (name, "".join(name.split()))):
                one = Famous(form, names[0], Kind(entry.kind), entry.weak, entry.id)
                if form not in found or (found[form].weak and not entry.weak):
                    found[form] = one
    return found


def _by_beginning(forms: Mapping[str, Famous]) -> dict[str, tuple[Famous, ...]]:
    groups: dict[str, list[Famous]] = {}
    for form, one in forms.items():
        groups.setdefault(form[:2], []).append(one)
    # A name of one character is looked for wherever none of two begins.
    for start, group in list(groups.items()):
        if len(start) > 1 and start[0] in forms:
            group.append(forms[start[0]])
    return {start: tuple(sorted(group, key=lambda f: -len(f.form))) for start, group in groups.items()}


def _endings(lexicon: Lexicon) -> dict[str, Tail]:
    found: dict[str, Tail] = {}
    for e in lexicon.all(Ending):
        if not (e.alone or e.part):
            for word in e.words:
                old = found.get(word)
                found[word] = Tail(old.kind if old else Kind(e.kind), e.common and (old is None or old.common))
    return found
