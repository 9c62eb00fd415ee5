"""What is searched for: words that must all be there, "phrases", 앞말*, and -words that must not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.errors import SagwanError
from sagwan.views.search.terms import Term, read_terms, written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

_CLAUSE = re.compile(r'(?P<no>-?)(?:["“”](?P<phrase>[^"“”]+)["“”]|(?P<word>[^\s"“”]+))')


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing to find: terms one after the other, or one that begins so (`prefix`); `whole` is how it is written
    together, where it is one word; `unwanted`: it must not be there.
    """

    terms: tuple[str, ...]
    whole: str | None = None
    prefix: bool = False
    unwanted: bool = False

    def matches(self, pieces: Sequence[Term], wholes: Sequence[Term]) -> Iterator[tuple[int, int]]:
        """Where it stands, as ranges of code points."""
        if self.prefix:
            yield from ((t.start, t.end) for t in (*pieces, *wholes) if t.form.startswith(self.terms[0]))
            return
        size = len(self.terms)
        for i in range(len(pieces) - size + 1):
            if all(pieces[i + k].form == self.terms[k] for k in range(size)):
                yield pieces[i].start, pieces[i + size - 1].end
        yield from ((t.start, t.end) for t in wholes if t.form == self.whole)

    def expression(self, columns: str) -> str:
        """As FTS5 asks for it; `columns` are those of the single terms."""
        quoted = '"' + " ".join(self.terms) + '"'
        if self.prefix:
            return f"({quoted} *)"
        return f"({{{columns}}} : {quoted}" + (f' OR wholes : "{self.whole}")' if self.whole else ")")


def parse(query: str, analyser: Analyser, lexicon: Lexicon) -> tuple[Clause, ...]:
    """The clauses of a query. Raises `SagwanError` (`search.empty`) where it asks for nothing."""
    found = tuple(_clause(one, analyser, lexicon) for one in _CLAUSE.finditer(query))
    if not any(clause.terms and not clause.unwanted for clause in found):
        raise SagwanError("search.empty", "찾을 말이 없습니다", query, '낱말, "이어진 말", 앞말*, -뺄말')
    return tuple(clause for clause in found if clause.terms)


def _clause(found: re.Match[str], analyser: Analyser, lexicon: Lexicon) -> Clause:
    unwanted, words = bool(found["no"]), found["phrase"] or found["word"]
    if found["word"] and words.endswith("*") and len(words) > 1:
        start = "".join(c for c in words.casefold() if c.isalnum())
        return Clause((start,) if start else (), prefix=True, unwanted=unwanted)
    (morphemes,) = analyser.analyse([(words, 0)])
    terms = read_terms(morphemes, lexicon)
    forms = tuple(term.form for term in terms.pieces) or tuple(re.findall(r"\w+", words.casefold()))
    wholes = [whole.form for whole in written(words, terms.wholes) if whole.end - whole.start == len(words)]
    # One word that is one term may be a piece of a name elsewhere and a whole there: 한빛물산, read as 한빛 and 물산.
    alone = forms[0] if len(forms) == 1 else None
    return Clause(forms, wholes[0] if wholes else alone, unwanted=unwanted)


def expression(clauses: Sequence[Clause], columns: str) -> str:
    """All clauses as one expression of FTS5."""
    wanted = " AND ".join(clause.expression(columns) for clause in clauses if not clause.unwanted)
    unwanted = " OR ".join(clause.expression(columns) for clause in clauses if clause.unwanted)
    return f"({wanted}) NOT ({unwanted})" if unwanted else wanted
