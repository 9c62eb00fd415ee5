"""What Sagwan knows, as data: loaded strictly, checked by its own examples, named by a digest."""

from sagwan.lexicon.load import Lexicon, load, load_default

__all__ = ["Lexicon", "load", "load_default"]
