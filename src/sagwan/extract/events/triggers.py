"""The lexicon's frames and status cues by the words that call them: one look-up a stem, never a walk over frames."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from sagwan.lexicon.schema.frame import Frame, FrameRole, Idiom, Postposition, Reference, Shape, StatusCue

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sagwan.lexicon import Lexicon

_CASE = re.compile(r"(.+?)(에게서|에게|에서|으로|로|을|를|이|가|에|과|와)$")
# +자리를 지키: behind another word, 대표 자리를 지켰다.
_LED = "+"
_CANONICAL = {"를": "을", "가": "이", "로": "으로", "와": "과"}


@dataclass(frozen=True, slots=True)
class Acting:
    """A frame with the roles of its shape filled in; `befalls`: nobody does it by his will."""

    frame: Frame
    roles: tuple[FrameRole, ...]
    befalls: bool = False

    @property
    def id(self) -> str:
        """The frame's id."""
        return self.frame.id


@dataclass(frozen=True, slots=True)
class Complement:
    """The noun that must stand below the verb: its last words, and its particle; `led`: behind another word."""

    words: tuple[str, ...]
    particle: str
    led: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """A stem that may call a frame, with the nouns it needs.

    `passive`: its subject is the target though the verb is no passive form (팔리다).
    """

    acting: Acting
    verb: str
    complements: tuple[Complement, ...] = ()
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Triggers:
    """`stems` and `nouns` call frames, `idioms` are what a stem needs beside it to call none, the cues say how an act
    stands, `posts` merge into marks of roles, `habits` tell of what is done again and again.
    """

    stems: Mapping[str, tuple[Trigger, ...]]
    nouns: Mapping[str, tuple[Trigger, ...]]
    idioms: Mapping[str, tuple[tuple[Complement, ...], ...]]
    verb_cues: Mapping[str, StatusCue]
    noun_cues: Mapping[str, StatusCue]
    ending_cues: Mapping[str, StatusCue]
    posts: Mapping[str, str]
    raising: frozenset[str]
    prefixes: frozenset[str]
    habits: frozenset[str]


@cache
def triggers(lexicon: Lexicon) -> Triggers:
    """The index of this lexicon; built once."""
    shapes = {s.id: s for s in lexicon.all(Shape)}
    stems: dict[str, list[Trigger]] = {}
    nouns: dict[str, list[Trigger]] = {}
    for frame in lexicon.all(Frame):
        shape = shapes[frame.shape]
        acting = Acting(frame, merged(shape.role, frame.role), shape.befalls)
        for noun in frame.nouns:
            trigger = Trigger(acting, noun + "하")
            stems.setdefault(noun + "하", []).append(trigger)
            if frame.bare:
                nouns.setdefault(noun, []).append(trigger)
        for passive, words in ((False, frame.verbs), (True, frame.passives)):
            for word in words:
                for verb in _choices(word.split()[-1]):
                    stems.setdefault(verb, []).append(_phrase(acting, word, verb, passive=passive))
    idioms: dict[str, list[tuple[Complement, ...]]] = {}
    for word in (word for idiom in lexicon.all(Idiom) for word in idiom.verbs):
        for verb in _choices(word.split()[-1]):
            idioms.setdefault(verb, []).append(tuple(_complements(word.split()[:-1])))
    cues = lexicon.all(StatusCue)
    return Triggers(
        {k: tuple(sorted(v, key=lambda t: -len(t.complements))) for k, v in stems.items()},
        {k: tuple(v) for k, v in nouns.items()},
        {k: tuple(v) for k, v in idioms.items()},
        {word: c for c in cues for word in c.verbs},
        {word: c for c in cues for word in c.nouns},
        {word: c for c in cues for word in c.endings},
        {f"{p.particle} {p.word}": p.mark for p in lexicon.all(Postposition)},
        frozenset(word for c in cues for word in c.nouns),
        frozenset(word for c in cues for word in c.prefixes),
        frozenset(word for r in lexicon.all(Reference) if r.kind == "habit" for word in r.words),
    )


def merged(shape: tuple[FrameRole, ...], own: tuple[FrameRole, ...]) -> tuple[FrameRole, ...]:
    """The shape's roles, those of the same name replaced by the frame's own, and the frame's others behind."""
    named = {r.name: r for r in own}
    return (*(named.pop(r.name, r) for r in shape), *named.values())


def _choices(word: str) -> tuple[str, ...]:
    return tuple(word.strip("()").split("|"))


def _phrase(acting: Acting, word: str, verb: str, *, passive: bool) -> Trigger:
    return Trigger(acting, verb, tuple(_complements(word.split()[:-1])), passive)


def _complements(words: list[str]) -> Iterator[Complement]:
    for word in words:
        found = _CASE.match(word)
        noun, particle = (found[1], found[2]) if found else (word, "")
        led = noun.startswith(_LED)
        yield Complement(_choices(noun.removeprefix(_LED)), _CANONICAL.get(particle, particle), led)
