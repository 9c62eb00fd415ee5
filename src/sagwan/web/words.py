"""The interface in Korean and English: every word of it is one line of `words.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from sagwan.work import labels

if TYPE_CHECKING:
    from collections.abc import Mapping

LANGUAGES = ("ko", "en")

_CODES: Mapping[str, Mapping[str, str]] = {
    "stance": labels.STANCES,
    "status": labels.STATUSES,
    "kind": labels.KINDS,
    "speech": labels.SPEECH,
    "zone": labels.ZONES,
    "record": labels.RECORDS,
    "field": labels.FIELDS,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language. Two of a kind are equal by language, so that a rendered page can be kept by it."""

    language: str

    def __call__(self, key: str, **parts: object) -> str:
        """What stands under a key, with its parts filled in. Raises KeyError where the file has no such key."""
        said = self._said(key)
        return said.format(**parts) if parts else said

    def _said(self, key: str) -> str:
        return _catalogue()[key][LANGUAGES.index(self.language)]

    def refused(self, code: str, what: str) -> str:
        """A refusal in this language: in Korean as it was said, in English by its code where that is known."""
        key = f"refusal.{code.replace('.', '_')}"
        return self(key) if self.language != LANGUAGES[0] and key in _catalogue() else what

    def fact(self, name: str, value: str) -> str:
        """A record's field as a reader sees it: codes by their names, whatever else as it is."""
        family = {"type": "time_type"}.get(name, name)
        if family not in _CODES and family != "time_type":
            return value
        code, dot, rest = value.partition(" · ")
        return self.code(family, code) + (f" · {self('status.negated')}" if dot and rest == "negated" else dot + rest)

    def code(self, family: str, code: str | None) -> str:
        """What a code of the ledger is called; in English the code itself with blanks."""
        if code is None:
            return ""
        if f"{family}.{code}" in _catalogue():
            return self(f"{family}.{code}")
        if self.language == "ko" and family in _CODES:
            return labels.label(_CODES[family], code)
        return code.replace("_", " ")


def words_in(language: str | None) -> Words:
    """The words of a language; Korean where it is none of ours."""
    return Words(language if language in LANGUAGES else LANGUAGES[0])


@cache
def _catalogue() -> Mapping[str, tuple[str, str]]:
    read = tomllib.loads(files("sagwan.web").joinpath("words.toml").read_text("utf-8"))
    return {f"{group}.{key}": (pair[0], pair[1]) for group, keys in read.items() for key, pair in keys.items()}


def keys() -> frozenset[str]:
    """Every key of the file."""
    return frozenset(_catalogue())
