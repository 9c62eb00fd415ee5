"""What a single word looks like, whatever stands around it: title, family name, organisation by its end, person."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from sagwan.core.entity import Kind
from sagwan.extract.names.nominal import PIECES, is_proper, is_unmet
from sagwan.extract.names.shape import is_family_name, is_hangul, is_korean_name, is_latin
from sagwan.extract.names.swallowed import FREED

if TYPE_CHECKING:
    from sagwan.extract.names.knowledge import Knowledge, Post, Tail


class Looks(StrEnum):
    """What a word looks like before the page has been heard."""

    PERSON = "person"
    NAMED = "named"
    PROPER = "proper"
    FAMILY = "family"
    SENSE = "sense"
    TITLE = "title"
    NOUN = "noun"


class Look(Struct, frozen=True):
    """`kind` is filled for NAMED, and for PROPER where its end hints at one; `post` and `cut` (where the title
    begins) for TITLE; `size` is how much of the word it is about; `rule` names what told it.
    """

    looks: Looks
    size: int
    kind: Kind | None = None
    rule: str = ""
    post: Post | None = None
    cut: int = 0


_NAME_TAGS = frozenset({"NNP", "NNP+NNP", "NNP+NNG", "NNG+NNP", "NNP+XPN"})
# 교수팀, 회장님, 대표측: what hangs on a title and is none of it.
_TITLE_TAILS = frozenset("팀님측실진")
# A longer run without a blank names nobody (a line of a million letters), and cutting it everywhere costs its square.
_LONGEST = 100


@lru_cache(maxsize=1 << 16)
def look(text: str, tags: str, known: Knowledge) -> Look:
    """What `text` looks like, given the tags of its morphemes. Remembered: a few words make up most of the news."""
    if len(text) > _LONGEST:
        return Look(Looks.NOUN, len(text))
    plain = _plain(text, tags, known)
    if plain is not None:
        return plain
    korean = (tags in _NAME_TAGS or is_unmet(text, tags)) and is_korean_name(text, known)
    ended = known.ending_of(text)
    family = Look(Looks.FAMILY, len(text)) if is_family_name(text, known) and tags[:2] not in ("SL", "SN") else None
    person = Look(Looks.PERSON, len(text), Kind.PERSON, "shape") if korean else None
    return (
        _title(text, tags, known, ended, korean=korean)
        or family
        or _named(text, tags, known, ended, korean=korean)
        or person
        or Look(Looks.PROPER if is_proper(tags) and not _is_sort_of(text, known) else Looks.NOUN, len(text))
    )


def _is_sort_of(text: str, known: Knowledge) -> bool:
    """IT기업, AI반도체기업: a label before a common noun names nobody."""
    return any(text[:at] in known.no_names and text[at:] in known.sorts for at in range(1, len(text)))


def _plain(text: str, tags: str, known: Knowledge) -> Look | None:
    if tags in (PIECES, FREED):
        return Look(Looks.PERSON, len(text), Kind.PERSON, tags)
    if (
        text in known.no_names
        or tags == "NNB"
        or _is_letter(text)
        or (text in known.sorts and text not in known.titles)
    ):
        post = known.titles.get(text)
        return Look(Looks.TITLE, len(text), post=post) if post else Look(Looks.NOUN, len(text))
    return Look(Looks.FAMILY, len(text)) if tags == "SH" and text in known.hanja_names else None


def _is_letter(text: str) -> bool:
    """A., Q.: one letter with a full stop numbers a paragraph or shortens a name, and is none."""
    return len(text) == len("A.") and text[1] == "." and is_latin(text)


def _title(text: str, tags: str, known: Knowledge, ended: tuple[str, Tail] | None, *, korean: bool) -> Look | None:
    found = known.title_of(text) if tags != "SH" else None
    if text in known.closers and text not in known.titles:  # 총리실
        return None
    if found is None:
        if text[-1] in _TITLE_TAILS and text[:-1] in known.titles:
            return Look(Looks.TITLE, len(text) - 1, post=known.titles[text[:-1]])
        return None
    cut, post = found
    if cut and (korean or text in known.sorts or _outweighs(ended, text, cut)):
        return None
    return Look(Looks.TITLE, len(text), post=post, cut=cut)


def _outweighs(ended: tuple[str, Tail] | None, text: str, cut: int) -> bool:
    """보라연구원: an ending that is also a title ends an organisation's name where more than the title stands."""
    return ended is not None and not ended[1].common and ended[1].kind is Kind.ORG and len(ended[0]) >= len(text) - cut


def _named(text: str, tags: str, known: Knowledge, ended: tuple[str, Tail] | None, *, korean: bool) -> Look | None:
    if ended is None or len(ended[0]) == len(text):
        return None
    ending, tail = ended
    stem = text[: -len(ending)]
    if is_latin(stem) and stem in known.no_names:  # AI도시, IT시스템
        return None
    if tail.kind is Kind.PLACE and len(ending) == 1 and tags == "NNP":
        return Look(Looks.PROPER, len(text), tail.kind, "place-like")
    # 강병원 의원: what would be an organisation of a one-syllable name is a person of that shape.
    if korean and (tail.common or len(text) - len(ending) == 1):
        return None
    if tail.common and not _may_end(stem, ending, tags, text):
        return None
    return Look(Looks.NAMED, len(text), tail.kind, "ending")


def _may_end(stem: str, ending: str, tags: str, text: str) -> bool:
    """Whether what stands before an ending of common nouns is a name: proper, or of an unmet word, and in Hangul of two
    syllables at least (바가스 sells no gas).
    """
    if len(stem) == 1 < len(ending) and is_hangul(stem):
        return False
    return is_proper(tags) or (is_unmet(text, tags) and len(stem) > 1 < len(ending))
