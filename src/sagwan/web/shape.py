"""The JSON shape of an answer from its own types, so that the description of the interface cannot lag behind it."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import sys
import types
import typing
from collections.abc import Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Union, cast

import msgspec

Schema = dict[str, object]
_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "format": "decimal"},
    type(None): {"type": "null"},
    msgspec.Raw: {"type": "object"},
}


class Shapes:
    """The schemas of answers; what is met on the way is gathered in `named`, by the name of its class."""

    def __init__(self) -> None:
        self.named: dict[str, Schema] = {}

    def of(self, kind: object) -> Schema:
        """The JSON schema (2020-12) of a type: plain values, enums, tuples, unions, dataclasses."""
        if kind in _PLAIN:
            return dict(_PLAIN[kind])
        if isinstance(kind, type) and issubclass(kind, StrEnum):
            return {"type": "string", "enum": [one.value for one in kind]}
        return self._made(kind)

    def _made(self, kind: object) -> Schema:
        origin, parts = typing.get_origin(kind), typing.get_args(kind)
        if origin in (Union, types.UnionType):
            return {"anyOf": [self.of(part) for part in parts]}
        if origin in (tuple, Sequence, list, frozenset):
            return self._row(parts)
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(parts[1])}
        if isinstance(origin, type) and dataclasses.is_dataclass(origin):
            return self._object(f"{origin.__name__}.{parts[0].__name__}", origin, parts)
        if isinstance(kind, type) and dataclasses.is_dataclass(kind):
            return self._object(kind.__name__, kind, ())
        raise TypeError(f"no JSON shape: {kind}")

    def _row(self, parts: tuple[object, ...]) -> Schema:
        if parts[1:] in ((), (Ellipsis,)):
            return {"type": "array", "items": self.of(parts[0])}
        n = len(parts)
        return {"type": "array", "prefixItems": [self.of(part) for part in parts], "minItems": n, "maxItems": n}

    def _object(self, name: str, kind: type, parts: tuple[object, ...]) -> Schema:
        name = self._name(name, kind)
        if name not in self.named:
            self.named[name] = {}  # held against types that hold themselves
            fields = {key: self.of(_filled(part, kind, parts)) for key, part in fields_of(kind).items()}
            said = (kind.__doc__ or "").strip()
            self.named[name] = {
                "type": "object",
                "description": " ".join(said.split()),
                "properties": fields,
                "required": list(fields),
            }
        return {"$ref": f"#/components/schemas/{name}"}

    def _name(self, name: str, kind: type) -> str:
        """`Total` of ties and `Total` of deals are two."""
        home = kind.__module__.rpartition(".")[2]
        return name if "." in name else f"{home}.{name}"


def _filled(part: object, kind: type, parts: tuple[object, ...]) -> object:
    """A field's type with the class's parameter put in."""
    held = getattr(kind, "__parameters__", ())
    if not held:
        return part
    if typing.get_origin(part) is tuple and typing.get_args(part)[0] == held[0]:
        return tuple[parts[0], ...]  # type: ignore[valid-type]
    return parts[0] if part == held[0] else part


@cache
def fields_of(kind: type) -> Mapping[str, object]:
    """The fields of a dataclass with their types."""
    home = sys.modules[kind.__module__]
    hints = typing.get_type_hints(kind, globalns={**_for_checking(home), **vars(home)})
    return {one.name: hints[one.name] for one in dataclasses.fields(cast("typing.Any", kind))}


@cache
def _for_checking(module: types.ModuleType) -> Mapping[str, object]:
    """What a module imports below `if TYPE_CHECKING`, from its own text."""
    found: dict[str, object] = {}
    for block in ast.parse(inspect.getsource(module)).body:
        if isinstance(block, ast.If) and isinstance(block.test, ast.Name) and block.test.id == "TYPE_CHECKING":
            for line in block.body:
                if isinstance(line, ast.ImportFrom) and line.module:
                    origin = importlib.import_module(line.module)
                    found |= {one.asname or one.name: getattr(origin, one.name) for one in line.names}
                elif isinstance(line, ast.Import):
                    found |= {one.name: importlib.import_module(one.name) for one in line.names}
    return found
