"""What the reporter tells, sure enough to ask about: on nobody's word, with a subject of its own, and recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.core.event import Status
from sagwan.extract.values import read_values_in
from sagwan.items.fit import fit
from sagwan.items.wording import found
from sagwan.korean.syntax import Label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.core.span import Span
    from sagwan.core.values import Count, Money, Share
    from sagwan.items.source import Source
    from sagwan.items.write.ending import Clause
    from sagwan.korean.kiwi import Analyser
    from sagwan.korean.passage import Sentence
    from sagwan.korean.syntax import Tree
    from sagwan.lexicon import Lexicon

SHORTEST = 20
# More or less than a fact; or of the dead and the hurt, of whom nothing false is put in print.
_LEFT = ("unsure", "harm", "victim")
_SUBJECTS = (Label.SUBJECT, Label.TOPIC)


def reporters_sentences(source: Source, analyser: Analyser, lexicon: Lexicon) -> tuple[tuple[Span, Clause], ...]:
    """Sentences of the reporter that stand alone and tell what was or is the case."""
    spoken = [span for s in source.records.statements for span in (s.span, s.cue_span) if span is not None]
    kept = []
    for sentence in source.sentences:
        there = source.text.cut(sentence)
        if any(sentence.overlaps(span) for span in spoken) or any(found(kind, there, lexicon) for kind in _LEFT):
            continue
        said = fit(there, analyser, lexicon) if _recorded(source, sentence) else None
        plain = said is not None and said.mood == "tell" and not said.noun and len(said.plain(analyser)) >= SHORTEST
        if said is not None and plain and _whole(source, sentence, lexicon):
            kept.append((sentence, said))
    return tuple(kept)


def _recorded(source: Source, sentence: Span) -> bool:
    """Whether the ledger has something of it: a name, and an act told as done or an exact value. Other sentences are
    colour, or leave open whose they are (평균 거리는 254야드다).
    """
    records = source.records
    if not any(sentence.covers(m.span) for e in records.entities for m in e.mentions if m.form != "pronoun"):
        return False
    acts = [e for e in records.events if sentence.covers(e.span)]
    if any(e.status is not Status.HAPPENED or e.source is not None for e in acts):
        return False
    values: tuple[Money | Share | Count, ...] = (*records.money, *records.shares, *records.counts)
    return bool(acts) or any(sentence.covers(v.span) and v.amount.value is not None for v in values)


def _whole(source: Source, sentence: Span, lexicon: Lexicon) -> bool:
    """Whether its last predicate has a subject in it, and nothing hangs on a condition."""
    read = source.parsed.get(sentence)
    if read is None or any(m.tag == "EC" and m.form.endswith("면") for m in read[0].morphemes):
        return False
    return any(tree_says and _marked(read[0], word, lexicon) for word, tree_says in _beside_last(read[1]))


def _beside_last(tree: Tree) -> Iterator[tuple[int, bool]]:
    """The words that hang on the last predicate, each with whether the tree calls it a subject."""
    last = len(tree) - 1
    while last > 0 and tree.auxiliary[last]:
        last -= 1
    for at in {last, len(tree) - 1} if len(tree) else ():
        yield from ((word, tree.labels[word] in _SUBJECTS) for word in tree.dependents(at))


def _marked(sentence: Sentence, word: int, lexicon: Lexicon) -> bool:
    """Whether the word is a noun with a particle that a subject may have, and no time: not 현재는, 7회에는."""
    start = sentence.words[word]
    end = sentence.words[word + 1] if word + 1 < len(sentence.words) else len(sentence.morphemes)
    own = [m for m in sentence.morphemes[start:end] if m.tag != "SP"]
    last = own[-1]
    marked = (last.tag == "JKS" or (last.tag == "JX" and last.form in ("은", "는", "ᆫ"))) and not any(
        m.tag == "JKB" for m in own
    )
    words = "".join(m.form for m in own[:-1])
    return marked and not found("when", words, lexicon) and not read_values_in(words).times
