"""From sentences to models: lessons, tables, learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from train.names.fit import Learned, Plan, fit
from train.names.lesson import prepare
from train.names.linear import clues
from train.names.tables import Register, tables

if TYPE_CHECKING:
    from collections.abc import Sequence

    from train.names.sample import Sample
    from train.names.tables import Knowledge


def teach(samples: Sequence[tuple[Sample, bool]], knowledge: Knowledge, plan: Plan, seed: int) -> Learned:
    """Both models from samples, each with whether it is news; the same seed gives the same models."""
    register = Register()
    lessons = prepare(samples, knowledge, register, plan.copies, seed)
    known = clues(lessons, register, knowledge)
    return fit(lessons, tables(register, knowledge), known, plan, seed)
