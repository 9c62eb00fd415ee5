"""Somebody says something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sagwan.core.reason import Reason
from sagwan.core.span import Span


class Speech(StrEnum):
    """In the speaker's words, or in the reporter's."""

    DIRECT = "direct"
    INDIRECT = "indirect"


class Stance(StrEnum):
    """What the speaker does by saying it."""

    ASSERT = "assert"
    DENY = "deny"
    CRITICISE = "criticise"
    WARN = "warn"
    PROMISE = "promise"
    FORECAST = "forecast"
    QUESTION = "question"
    PRAISE = "praise"
    APOLOGISE = "apologise"
    DECLINE = "decline"
    DEMAND = "demand"
    OTHER = "other"


class Found(StrEnum):
    """How a speaker or an actor was found."""

    WRITTEN = "written"
    CARRIED = "carried"
    INFERRED = "inferred"


@dataclass(frozen=True, slots=True)
class Statement:
    """Content and who says it. `span` is the content without its marks; `cue_span` the reporting words.

    `speaker` is an entity id; `label` names a source without a name ("관계자"); both None where the text
    names nobody, and then `candidates` holds the ids that fit equally well.
    """

    id: str
    span: Span
    speech: Speech
    speaker: str | None
    label: str | None
    cue: str | None
    cue_span: Span | None
    stance: Stance
    found: Found | None = None
    candidates: tuple[str, ...] = ()
    behalf: str | None = None
    about: tuple[str, ...] = ()
    addressee: str | None = None
    channel: str | None = None
    channel_span: Span | None = None
    time: int | None = None
    responds_to: str | None = None
    repeats: str | None = None
    reverses: str | None = None
    reason: Reason | None = None
