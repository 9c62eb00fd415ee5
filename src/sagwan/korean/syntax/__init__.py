"""Dependencies between the words of a sentence, and who acts in it.

>>> from sagwan.korean.syntax import actor_of, arguments, parse
"""

from sagwan.korean.syntax.arguments import How, Link, actor_of, arguments, shared_subject
from sagwan.korean.syntax.parser import parse, parse_groups
from sagwan.korean.syntax.tree import Label, Tree

__all__ = ["How", "Label", "Link", "Tree", "actor_of", "arguments", "parse", "parse_groups", "shared_subject"]
