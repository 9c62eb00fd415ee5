"""One family of errors: what went wrong, where, and which step repairs it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why something was not taken in: a stable code, a sentence, a place and a repair.

    `code` is a lower-case word with dots (`page.empty`) that never changes its meaning; `where` names a file,
    an entry of the lexicon or a range of a text; `repair` says what the reader can do, or is None.
    """

    code: str
    what: str
    where: str
    repair: str | None = None


class SagwanError(Exception):
    """Raised with a `Refusal`; every surface shows it in the same four parts."""

    def __init__(self, code: str, what: str, where: str, repair: str | None = None) -> None:
        self.refusal = Refusal(code, what, where, repair)
        super().__init__(f"{code}: {what} ({where})")

    def __reduce__(self) -> tuple[type[SagwanError], tuple[str, str, str, str | None]]:
        """Cross a process boundary without losing a part."""
        r = self.refusal
        return type(self), (r.code, r.what, r.where, r.repair)
