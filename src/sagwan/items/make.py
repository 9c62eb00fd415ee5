"""Items from one article or several on one story: proposed by every form, proved by the solver, and only then kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sagwan.items.model import Form, Item, Proof
from sagwan.items.propose import causes, changes, deeds, links, reckoning, speech, story, values
from sagwan.items.propose.material import Material
from sagwan.items.prove.solver import Solver
from sagwan.items.review.clues import clues, overlaps
from sagwan.items.source import Source, load_source

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Sequence

    from sagwan.korean.kiwi import Analyser
    from sagwan.lexicon import Lexicon

# Each gives its items the best first; they are taken in turns, so that a paper has many forms.
FORMS: tuple[Callable[[Material], Iterator[Item]], ...] = (
    speech.contents,
    speech.speakers,
    deeds.actors,
    values.blanks,
    reckoning.rates,
    reckoning.changes,
    links.denials,
    changes.changes,
    causes.causes,
    speech.positions,
    links.pronouns,
    speech.headlines,
    links.orders,
    links.statuses,
    values.errors,
    reckoning.ratios,
    speech.short,
    values.short_values,
)

# The same over several articles on one story.
ACROSS: tuple[Callable[[story.Story], Iterator[Item]], ...] = (
    story.changes,
    story.denials,
    story.sums,
    story.positions,
)

# So many items of one form at least, and no more than this part of all.
_FEW = 4


class Made(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An item and its proof."""

    item: Item
    proof: Proof


@dataclass(frozen=True, slots=True)
class Batch:
    """The items of one article. `refused` counts the proposals that the solver did not bear out, by the fault's code.

    `missing` says what the article does not give.
    """

    address: str
    made: tuple[Made, ...]
    refused: dict[str, int]
    missing: tuple[str, ...]


def make_items(
    db: sqlite3.Connection,
    page: str,
    analyser: Analyser,
    lexicon: Lexicon,
    *,
    most: int = 20,
    forms: frozenset[Form] | None = None,
    seed: int = 0,
) -> Batch:
    """At most `most` proved items from an article, in as many forms as its records allow.

    The same ledger, article and seed give the same items. Raises `SagwanError` where there is no such article.
    """
    solver = Solver(db, analyser, lexicon)
    material = Material(load_source(db, page), analyser, lexicon, seed, solver.judge)
    waiting = [form(material) for form in FORMS]
    kept, refused = _kept(_in_turns(waiting), solver, (material,), most, forms)
    return Batch(material.source.address, tuple(kept), refused, tuple(_missing(material.source, material, kept)))


def make_story_items(
    db: sqlite3.Connection,
    pages: Sequence[str],
    analyser: Analyser,
    lexicon: Lexicon,
    *,
    most: int = 20,
    forms: frozenset[Form] | None = None,
    seed: int = 0,
) -> Batch:
    """At most `most` proved items, each over two of these articles, which the caller holds to be of one story.

    Raises `SagwanError` where there is no such article.
    """
    solver = Solver(db, analyser, lexicon)
    materials = tuple(Material(load_source(db, page), analyser, lexicon, seed, solver.judge) for page in pages)
    told = story.Story(db, materials, seed)
    kept, refused = _kept(_in_turns([form(told) for form in ACROSS]), solver, materials, most, forms)
    return Batch(" + ".join(m.source.address for m in materials), tuple(kept), refused, ())


def _kept(
    proposals: Iterator[Item],
    solver: Solver,
    materials: Sequence[Material],
    most: int,
    forms: frozenset[Form] | None,
) -> tuple[list[Made], dict[str, int]]:
    """The proved ones, and how many were refused by the fault's code."""
    kept: list[Made] = []
    refused: dict[str, int] = {}
    limit = max(_FEW, -(-most // _FEW)) if forms is None else most
    asked: set[str] = set()
    bodies = {m.source.address: m.source.body for m in materials}
    for item in proposals:
        if len(kept) == most:
            break
        same = sum(one.item.form is item.form for one in kept)
        if (forms is not None and item.form not in forms) or same == limit or _asked(item) & asked:
            continue
        proof = solver.prove(item)
        body = "\n".join(bodies[address] for address in item.articles)
        seen = (*clues(item, materials[0].lexicon), *overlaps(item, body))
        fault = proof.faults[0].partition(":")[0] if proof.faults else seen[0].code if seen else None
        if fault is None and proof.sound:
            kept.append(Made(item, proof))
            asked |= _asked(item)
        else:
            refused[fault or "key"] = refused.get(fault or "key", 0) + 1
    return kept, refused


def _asked(item: Item) -> frozenset[str]:
    """What is asked about: nobody is asked twice about one sentence, among the same options, or for the same key."""
    key = item.options[item.key]
    if item.form in (Form.BLANK, Form.SHORT, Form.SPEAKER):
        return frozenset({item.box[0].replace("( ㉠ )", key.text)})
    return frozenset({" ".join((*item.box, *sorted(o.text for o in item.options))), repr(key.claim)})


def _in_turns(forms: Sequence[Iterator[Item]]) -> Iterator[Item]:
    """One item of each form in turn, until all are spent."""
    waiting = list(forms)
    while waiting:
        for proposals in tuple(waiting):
            item = next(proposals, None)
            if item is None:
                waiting.remove(proposals)
            else:
                yield item


def _missing(source: Source, material: Material, kept: list[Made]) -> Iterator[str]:
    """What the article lacks for more items, in a teacher's words."""
    told = len(source.records.statements)
    if len(material.sure) < told:
        yield f"발언 {told}개 가운데 {len(material.sure)}개만 씁니다: 말한 이나 내용이 확실하지 않은 것은 뺐습니다"
    absent = [form.label for form in Form if form not in {one.item.form for one in kept}]
    if absent:
        yield f"만들지 못한 유형: {', '.join(absent)}"
