"""The strict shape of each family of files: folder → table name → entry type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.lexicon.schema.cue import Cue
from sagwan.lexicon.schema.frame import Frame
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.lexicon.schema.title import Title

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon.schema.entry import Entry

FAMILIES: Mapping[str, Mapping[str, type[Entry]]] = {
    "frames": {"frame": Frame},
    "outlets": {"outlet": Outlet},
    "titles": {"title": Title},
    "cues": {"cue": Cue},
}
