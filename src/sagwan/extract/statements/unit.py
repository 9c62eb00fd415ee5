"""A piece of speech in a sentence before anybody is known to have said it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.statement import Speech
from sagwan.extract.statements.quoted import Link

if TYPE_CHECKING:
    from sagwan.extract.statements.reporting import Reporting
    from sagwan.extract.statements.stream import Stream
    from sagwan.lexicon.schema.cue import SpeechNoun


@dataclass(slots=True)
class Unit:
    """Content at token `at` (a quotation, or the ending of a clause that ends at character `end`), and the
    reporting words; `noun` is what stands between (…다는 입장을 밝혔다). `after`: the token behind the content.
    `once`: the words are told as what somebody used to say (“…”던 한서린 대표).
    """

    speech: Speech
    at: int
    end: int
    after: int
    link: Link
    reporting: Reporting | None = None
    noun: SpeechNoun | None = None
    noun_at: int = -1
    voiced: bool = False
    once: bool = False

    def within(self, other: Unit) -> bool:
        """Whether its reporting words are the end of the other's content (…라고 말했|다고 보도했다)."""
        if self.reporting is None:
            return False
        told = other.at - 1 if other.link is Link.THING else other.at  # …라고 말한 |것으로
        return self.reporting.ending.at in (told, other.at)

    def lemma(self, stream: Stream) -> str | None:
        """The dictionary form of the reporting words: 밝히다, 입장이다."""
        if self.reporting:
            return self.reporting.lemma
        return f"{stream.tokens[self.noun_at].form}이다" if self.noun_at >= 0 else None

    @property
    def left_open(self) -> bool:
        """Whether the reporting words are left out behind a clause: …고 싶다고."""
        return self.speech is Speech.INDIRECT and self.link is Link.GO and self.reporting is None

    @property
    def cue_at(self) -> int:
        """The token that reports: the predicate, else the noun, else the end of the content."""
        if self.reporting:
            return self.reporting.at
        return self.noun_at if self.noun_at >= 0 else self.after
