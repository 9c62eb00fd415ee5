"""Verb frames: what can be done to whom."""

from __future__ import annotations

import msgspec

from sagwan.lexicon.schema.entry import Entry


class FrameRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A role of a frame: the particles that mark it (in the form after a consonant: 이, 은, 을) and who can fill it."""

    name: str
    particles: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    required: bool = False


class TieRule(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"source": "from", "goal": "to"}
):
    """The tie between two roles that the action makes: +1 cooperation, -1 conflict."""

    source: str
    goal: str
    sign: int


class Frame(Entry, frozen=True, kw_only=True):
    """An action: its words, roles, and what it means for the tie between its actors.

    `verbs` are stems without 다; `plover` is the class of the PLOVER event ontology; `says` renders it.
    """

    label: str
    says: str
    verbs: tuple[str, ...] = ()
    plover: str | None = None
    role: tuple[FrameRole, ...] = ()
    tie: TieRule | None = None
