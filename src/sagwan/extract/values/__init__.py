"""Money, shares, counts and times in Korean text, exact and with their bounds."""

from sagwan.extract.values.ranks import read_ranks_in
from sagwan.extract.values.read import Values, read_values, read_values_in

__all__ = ["Values", "read_ranks_in", "read_values", "read_values_in"]
