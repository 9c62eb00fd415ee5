"""Files → a frozen Lexicon with a digest. Nothing is loaded at import, nothing unknown is passed over."""

from __future__ import annotations

import hashlib
import itertools
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, TypeVar

import msgspec

from sagwan.core.errors import SagwanError
from sagwan.lexicon.schema import FAMILIES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

    from sagwan.lexicon.schema.entry import Entry

E_ = TypeVar("E_", bound="Entry")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Every entry by its type, in the order of their ids; `digest` names this state of knowledge."""

    tables: Mapping[type[Entry], tuple[Entry, ...]]
    digest: str

    def all(self, kind: type[E_]) -> tuple[E_, ...]:
        """All entries of one type, ordered by id."""
        return tuple(e for e in self.tables.get(kind, ()) if isinstance(e, kind))

    def digest_of(self, *kinds: type[Entry]) -> str:
        """Names the state of some types: what follows from these alone outlives a change of the others."""
        return hashlib.sha256(repr([self.all(kind) for kind in kinds]).encode()).hexdigest()

    def without(self, entry: Entry) -> Lexicon:
        """This knowledge less one entry, which shows what the entry is for."""
        kind = type(entry)
        rest = tuple(one for one in self.tables[kind] if one.id != entry.id)
        return Lexicon({**self.tables, kind: rest}, f"{self.digest}-{kind.__name__}.{entry.id}")

    def __hash__(self) -> int:
        return hash(self.digest)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Lexicon) and other.digest == self.digest


@cache
def load_default() -> Lexicon:
    """The knowledge that ships with the package."""
    return load(files("sagwan.lexicon").joinpath("data"))


def load(folder: Traversable) -> Lexicon:
    """Read every `FAMILY/*.toml` under `folder`.

    Raises `SagwanError` (`lexicon.*`) with file, entry and key for TOML that does not parse, an unknown folder,
    table or key, a value of the wrong type, and an id used twice.
    """
    hash_ = hashlib.sha256()
    tables: dict[type[Entry], list[Entry]] = {}
    for family in sorted(folder.iterdir(), key=lambda f: f.name):
        if not family.is_dir() or family.name.startswith("_"):
            continue
        if family.name not in FAMILIES:
            raise SagwanError("lexicon.family", "모르는 갈래입니다", family.name, f"있는 갈래: {', '.join(FAMILIES)}")
        for file in sorted(family.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                data = file.read_bytes()
                hash_.update(f"{family.name}/{file.name}:{len(data)}:".encode() + data)
                _read_file(family.name, file.name, data, tables)
    ordered = {kind: tuple(sorted(entries, key=lambda e: e.id)) for kind, entries in tables.items()}
    for kind, entries in ordered.items():
        _refuse_twins(kind, entries)
    return Lexicon(ordered, hash_.hexdigest())


def _read_file(family: str, name: str, data: bytes, tables: dict[type[Entry], list[Entry]]) -> None:
    where = f"{family}/{name}"
    try:
        parsed = tomllib.loads(data.decode())
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise SagwanError("lexicon.toml", f"TOML로 읽히지 않습니다: {broken}", where) from broken
    for table, rows in parsed.items():
        shape = FAMILIES[family].get(table)
        if shape is None or not isinstance(rows, list):
            known = ", ".join(f"[[{t}]]" for t in FAMILIES[family])
            raise SagwanError("lexicon.table", f"모르는 표 [[{table}]]입니다", where, f"있는 표: {known}")
        for n, row in enumerate(rows):
            tables.setdefault(shape, []).append(_read_entry(shape, row, f"{where} {_name(table, row, n)}"))


def _read_entry(shape: type[Entry], row: object, where: str) -> Entry:
    try:
        return msgspec.convert(row, shape)
    except msgspec.ValidationError as wrong:
        raise SagwanError("lexicon.key", str(wrong), where, "열쇠 이름과 값의 꼴을 고치십시오") from wrong


def _name(table: str, row: object, n: int) -> str:
    named = row.get("id") if isinstance(row, dict) else None
    return f"{table} {named or f'#{n + 1}'}"


def _refuse_twins(kind: type[Entry], entries: tuple[Entry, ...]) -> None:
    for one, next_ in itertools.pairwise(entries):
        if one.id == next_.id:
            raise SagwanError("lexicon.twin", f"같은 id가 두 번 쓰였습니다: {one.id}", kind.__name__)
