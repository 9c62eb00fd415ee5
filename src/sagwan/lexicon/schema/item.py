"""What an item writer knows: stems, ways to report, words that give a key away, words that ask for care."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry


class Stem(Entry, frozen=True, kw_only=True):
    """The question of one form of item: `text` as it is printed, `form` and `asks` as the item holds them.

    `{name}` stands for what the item fills in.
    """

    form: str
    text: str
    asks: Literal["true", "false"] = "true"


class Saying(Entry, frozen=True, kw_only=True):
    """A way to report what somebody said: {speaker} and {quoted} (…다고).

    `moods`: what may be reported so: `tell`, `promise`, `order`, `urge`. `person`: organisations do not speak so
    (노동부가 말했다) where there is another way.
    """

    text: str
    moods: tuple[str, ...] = ("tell",)
    person: bool = False


class Wording(Entry, frozen=True, kw_only=True):
    """Words that an editor minds. `words` are whole words (어절), `starts` what a word begins with, `parts` stand
    anywhere.

    `deictic` points outside the sentence; `passing` may be left out at its head (한편, 이에 따라); `polar` goes with
    one polarity only (전혀 … 않다); `absolute` claims more than a record can show (유일하게); `hedge` leaves a way out
    (할 수도 있다); `minor`, `victim`, `accusation` and `harm` ask for care with the people named; `unsure` makes a
    sentence more or less than a fact (전망, 예정); `bound` makes a number the end of a range (이상, 넘는);
    `when` is a time and no subject (현재는); `postposed` is a stem that stands for a particle (을 통해);
    `unmeant` is a stem of what nobody does on purpose (3%를 웃돌다); `former`
    says of a title that it was held then (당시 대표).
    """

    kind: Literal[
        "deictic",
        "passing",
        "polar",
        "absolute",
        "hedge",
        "minor",
        "victim",
        "accusation",
        "harm",
        "unsure",
        "bound",
        "when",
        "postposed",
        "unmeant",
        "former",
    ]
    words: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


class Act(Entry, frozen=True, kw_only=True):
    """How an act of a frame is written in an option: actor, target and the noun that 하다 makes its verb.

    `one_way`: actor and target cannot change places without making it false (만나다 is not). `particles`: those that
    the target's words must carry in the text for the record to count as sure.
    """

    frame: str
    text: str
    particles: tuple[str, ...]
    one_way: bool = True


class Opposite(Entry, frozen=True, kw_only=True):
    """Words that cannot both hold of the same: 늘다, 줄다. `kind`: stems of verbs and adjectives, or nouns.
    A word that stands in two pairs is turned as the first says (강화: 약화), and still excludes the other (완화).

    Each of `examples` is a sentence and the same with the other word, joined by "≠".
    """

    kind: Literal["verb", "noun"]
    pairs: tuple[tuple[str, str], ...]


class Move(Entry, frozen=True, kw_only=True):
    """Words that say which way a share moved: `up` or `down`."""

    way: Literal["up", "down"]
    words: tuple[str, ...]


class Cause(Entry, frozen=True, kw_only=True):
    """Words that stand behind a cause (때문에) or a purpose (위해).

    `after`: `verb`, they follow a verb's stem and 기 (낮추기 위해); `noun`, a noun (가격 상승 때문에).
    """

    way: Literal["cause", "purpose"]
    after: Literal["verb", "noun"]
    words: tuple[str, ...]
