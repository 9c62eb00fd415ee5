"""A module as a compiler wants it where an interpreter wants it otherwise; line for line, so that tracebacks hold.

- Imports for types alone become real: compiled code checks what it is given.
- Records that msgspec makes in C for the interpreter become dataclasses, of which mypyc makes native classes.
- A tuple put together where it is walked (`for x in (*a, *b)`) is named a tuple: mypyc 2.4 takes it for its parts.
"""

from __future__ import annotations

import re

_RECORD = re.compile(r"\n\nclass (\w+)\(Struct(?:, )?([^)]*)\):")
_WALKED = re.compile(r"\bin \((\*[^()]*(?:\(\([^()]*\) [^()]*\))?[^()]*)\)")


def rewritten(code: str, *, real: bool = True) -> str:
    """The module as the compiler wants it, with as many lines as before."""
    if real:
        code = code.replace("\nif TYPE_CHECKING:", "\nif True:")
    code = _RECORD.sub(_as_dataclass, code)
    code = code.replace("from msgspec import Struct, field\n", "from dataclasses import dataclass, field\n")
    code = code.replace("from msgspec import Struct\n", "from dataclasses import dataclass\n")
    code = code.replace("from msgspec.structs import replace\n", "from dataclasses import replace\n")
    return _WALKED.sub(r"in tuple([\1])", code)


def _as_dataclass(record: re.Match[str]) -> str:
    options = ", ".join(option for option in record[2].split(", ") if option and not option.startswith("gc="))
    return f"\n@dataclass({options})\nclass {record[1]}:"
