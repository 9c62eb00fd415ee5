"""The one shape of an error on the command line: code, what, where, repair."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sagwan.core.errors import Refusal


def show_refusal(refusal: Refusal, *, as_json: bool) -> None:
    """Print it on standard error: in colour for a person, or as one line of JSON."""
    if as_json:
        import msgspec

        sys.stderr.write(msgspec.json.encode({"error": refusal}).decode() + "\n")
        return
    from rich.console import Console
    from rich.text import Text

    line = Text.assemble((refusal.code, "bold red"), "  ", refusal.what, "  ", (refusal.where, "cyan"))
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    console.print(line)
    if refusal.repair:
        console.print(Text.assemble(("  → ", "green"), refusal.repair))
