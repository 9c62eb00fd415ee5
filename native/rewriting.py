"""A module as a compiler wants it where an interpreter wants it otherwise; line for line, so that tracebacks hold.

- Imports for types alone become real: compiled code checks what it is given.
- Records that msgspec makes in C for the interpreter become dataclasses, of which mypyc makes native classes.
- A record gets a constructor in so many words: the one that `dataclass` writes is Python, ten times as slow.
- A tuple put together where it is walked (`for x in (*a, *b)`) is named a tuple: mypyc 2.4 takes it for its parts.
"""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RECORD = re.compile(r"\n\nclass (\w+)\(Struct(?:, )?([^)]*)\):")
_WALKED = re.compile(r"\bin \((\*[^()]*(?:\(\([^()]*\) [^()]*\))?[^()]*)\)")


def rewritten(code: str) -> str:
    """The module as the compiler wants it, with as many lines as before."""
    code = code.replace("\nif TYPE_CHECKING:", "\nif True:")
    code = _RECORD.sub(_as_dataclass, code)
    code = code.replace("from msgspec import Struct, field\n", "from dataclasses import dataclass, field\n")
    code = code.replace("from msgspec import Struct\n", "from dataclasses import dataclass\n")
    code = code.replace("from msgspec.structs import replace\n", "from dataclasses import replace\n")
    return _with_constructors(_WALKED.sub(r"in tuple([\1])", code))


def _as_dataclass(record: re.Match[str]) -> str:
    options = ", ".join(option for option in record[2].split(", ") if option and not option.startswith("gc="))
    return f"\n@dataclass({options})\nclass {record[1]}:"


def _with_constructors(code: str) -> str:
    """Each record's constructor on the blank line behind it."""
    lines = code.split("\n")
    for record in ast.parse(code).body:
        if not isinstance(record, ast.ClassDef) or "dataclass" not in map(_called, record.decorator_list):
            continue
        at, behind = record.decorator_list[0].lineno - 1, record.end_lineno
        if behind is not None:
            lines[at] = lines[at].replace("(", "(init=False, ", 1)
            lines[behind] = f"    {_constructor(record)}"
    return "\n".join(lines)


def _called(decorator: ast.expr) -> str:
    return ast.unparse(decorator.func) if isinstance(decorator, ast.Call) else ""


def _constructor(record: ast.ClassDef) -> str:
    fields = [one for one in record.body if isinstance(one, ast.AnnAssign)]
    asked = ", ".join(_asked(one) for one in fields)
    done = [*(f"self.{ast.unparse(one.target)} = {_given(one)}" for one in fields), *_after(record)]
    # A frozen record's fields are set here alone, which a checker of types cannot know.
    return f"def __init__(self, {asked}) -> None: {'; '.join(done)}  # type: ignore"


def _asked(one: ast.AnnAssign) -> str:
    name, kind = ast.unparse(one.target), ast.unparse(one.annotation)
    if _factory(one):
        return f"{name}: {kind} | None = None"
    return f"{name}: {kind} = {ast.unparse(one.value)}" if one.value else f"{name}: {kind}"


def _given(one: ast.AnnAssign) -> str:
    name, factory = ast.unparse(one.target), _factory(one)
    return f"({factory})() if {name} is None else {name}" if factory else name


def _factory(one: ast.AnnAssign) -> str | None:
    if not isinstance(one.value, ast.Call) or _called(one.value) != "field":
        return None
    return ast.unparse(one.value.keywords[0].value)


def _after(record: ast.ClassDef) -> Iterator[str]:
    if any(isinstance(one, ast.FunctionDef) and one.name == "__post_init__" for one in record.body):
        yield "self.__post_init__()"
