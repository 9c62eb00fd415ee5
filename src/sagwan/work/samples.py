"""The sample pages that ship with the package."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from importlib.resources import as_file, files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_PAGES = (".txt", ".html")


@contextmanager
def sample_pages() -> Iterator[list[str]]:
    """Their paths, ordered by name; valid inside the `with`, since an installed package may be an archive."""
    with ExitStack() as held:
        pages = sorted(
            (one for one in files("sagwan").joinpath("samples").iterdir() if one.name.endswith(_PAGES)),
            key=lambda one: one.name,
        )
        yield [str(held.enter_context(as_file(one))) for one in pages]
