"""Names by a model that learned them: morphemes → typed spans with a confidence.

`tag` is the door. What the model is, what it learned from and how well it does stands in `docs/tagger.md`.
"""

from sagwan.extract.names.tagger.tag import Tagged, has_met, tag

__all__ = ["Tagged", "has_met", "tag"]
