"""Who looks at a page, as far as the page differs by it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.web.words import words_in

if TYPE_CHECKING:
    from starlette.requests import Request

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Reader:
    """The language and the theme, whether a script asks for a part of the page only, and the role of the caller.

    `role` is "" where no key was given; `keyed`: whether keys are needed here at all.
    """

    language: str
    theme: str
    part: bool
    role: str
    keyed: bool

    @property
    def edits(self) -> bool:
        """Whether the page offers what changes the ledger."""
        return self.role == "editor"

    def key(self) -> tuple[str, ...]:
        """What tells two readers apart for whom a page is not the same."""
        return self.language, self.theme, "part" if self.part else "whole", self.role, "keyed" if self.keyed else ""


def reader_of(request: Request) -> Reader:
    """From the address, else the cookies, else what the browser prefers."""
    prefers = request.headers.get("accept-language", "")
    said = request.query_params.get("lang") or request.cookies.get("lang")
    language = words_in(said or ("en" if prefers.startswith("en") else "ko")).language
    theme = request.cookies.get("theme", "")
    caller = request.state.caller
    return Reader(
        language,
        theme if theme in THEMES else THEMES[0],
        request.headers.get("hx-request") == "true",
        caller.role.value if caller else "",
        caller.keyed if caller else True,
    )
