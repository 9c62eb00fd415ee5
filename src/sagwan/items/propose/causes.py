"""까닭과 목적: a clause that the article writes as a cause or a purpose, among others made of its own phrases."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.core.span import Span
from sagwan.items.model import Because, Form, Option, Truth
from sagwan.items.propose.material import CHOICES
from sagwan.items.wording import found, stem
from sagwan.lexicon.schema.item import Cause

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sagwan.items.model import Item
    from sagwan.items.propose.material import Material
    from sagwan.korean.kiwi import Morpheme

_SHORTEST, _LONGEST = 24, 140
_NOUNS = ("NNG", "NNP", "SL", "XSN", "XPN", "SN")
_VERBS = ("VV", "XSV")
_MARKS = set("“”\"‘’'「」()")
_FEWEST = 2  # nouns in a row that make a phrase


@dataclass(frozen=True, slots=True)
class _Phrase:
    """값을 낮추: where it stands, its words before the verb, and the verb's stem; a noun phrase has no verb."""

    span: Span
    head: str
    verb: tuple[tuple[str, str], ...]

    def written(self, of: Material, mark: str) -> str:
        """값을 낮추기 위해; 원료 부족 때문에."""
        if not self.verb:
            return f"{self.head} {mark}"
        return f"{self.head}{of.analyser.join((*self.verb, ('기', 'ETN')))} {mark}"


def causes(of: Material) -> Iterator[Item]:
    """A sentence with its cause taken out."""
    text = stem(of.lexicon, "stem.cause").text
    told = [
        (s, of.source.tags(s, s.start, s.end)) for s in of.source.sentences if not _MARKS & set(of.source.text.cut(s))
    ]
    for entry in of.lexicon.all(Cause):
        for sentence, morphemes in told:
            for key, stop, mark in _written(of, entry, sentence, morphemes):
                elsewhere = [m for other, m in told if other != sentence]
                options = _options(of, key, Span(key.span.start, stop), mark, elsewhere)
                if len(options) == CHOICES:
                    chars = of.source.text.chars
                    box = f"{chars[sentence.start : key.span.start]}( ㉠ ){chars[stop : sentence.end]}"
                    yield of.item(Form.CAUSE, text, options, (box,))


def _written(
    of: Material, entry: Cause, sentence: Span, morphemes: Sequence[Morpheme]
) -> Iterator[tuple[_Phrase, int, str]]:
    """The phrases before this entry's words, where each ends with them, and the words."""
    chars = of.source.text.chars
    if not _SHORTEST <= len(sentence) <= _LONGEST:
        return
    for mark in entry.words:
        for match in re.finditer(rf"(?<=\s){mark}(?=[\s,.])", chars[sentence.start : sentence.end]):
            at = sentence.start + match.start()
            before = [m for m in morphemes if m.end <= at]
            phrase = _verbal(of, before, at) if entry.after == "verb" else _nominal(of, before)
            if phrase is not None and _free(before, phrase.span.start) and _of_the_act(of, sentence, at):
                yield phrase, sentence.start + match.end(), mark


def _verbal(of: Material, before: Sequence[Morpheme], at: int) -> _Phrase | None:
    """값을 낮추기: as it stands right before the mark."""
    if not before or (before[-1].form, before[-1].tag) != ("기", "ETN"):
        return None
    return _phrase(of, before, len(before) - 1, at)


def _phrase(of: Material, run: Sequence[Morpheme], end: int, stop: int) -> _Phrase | None:
    """The object and the verb whose stem ends before `end`: nouns in a row, 을/를, the verb."""
    first = end
    while (first and run[first - 1].tag in ("EP", "XSV")) or (first and run[first - 1].tag.startswith("VV")):
        first -= 1
    if first < end and run[first].tag == "XSV" and first and run[first - 1].tag in ("NNG", "XR"):
        first -= 1
    verb = tuple((m.form, m.tag) for m in run[first:end])
    if not verb or not any(tag.startswith(_VERBS) for _, tag in verb) or not first or run[first - 1].tag != "JKO":
        return None
    start = first - 1
    while start and run[start - 1].tag in _NOUNS:
        start -= 1
    if start == first - 1:
        return None
    head = of.source.text.chars[run[start].start : run[first].start]
    return _Phrase(Span(run[start].start, stop), head, verb)


def _free(run: Sequence[Morpheme], at: int) -> bool:
    """Whether nothing before the phrase modifies it: it opens the sentence or follows a particle or an ending."""
    before = next((m.tag for m in reversed(run) if m.end <= at), "SP")
    return before in ("SP", "JX", "JKS", "JKB", "JKO", "EC", "MAJ")


def _of_the_act(of: Material, sentence: Span, mark: int) -> bool:
    """Whether it is of what somebody does, and not of a noun: 값을 낮추기 위해 필요한 일."""
    chars = of.source.text.chars
    start = chars.find(" ", mark, sentence.end) + 1
    stop = chars.find(" ", start, sentence.end)
    return not any(m.tag == "ETM" for m in of.source.tags(sentence, start or mark, stop if stop > 0 else sentence.end))


def _nominal(of: Material, before: Sequence[Morpheme]) -> _Phrase | None:
    """원료 부족: two nouns or more in a row, at the end of the run."""
    start = len(before)
    while start and before[start - 1].tag in _NOUNS:
        start -= 1
    if len(before) - start < _FEWEST:
        return None
    span = Span(before[start].start, before[-1].end)
    words = of.source.text.cut(span)
    return _Phrase(span, words, ()) if " " in words else None


def _options(
    of: Material, key: _Phrase, place: Span, mark: str, elsewhere: Sequence[Sequence[Morpheme]]
) -> list[Option]:
    """The key as it is written, and phrases of other sentences in its shape that the solver finds false, the nearest
    to it in length.
    """
    words = of.source.text.cut(place)
    others = [p for run in elsewhere for p in _phrases(of, run, key)]
    written = dict.fromkeys(p.written(of, mark) for p in others)
    fit = sorted(written, key=lambda w: abs(len(w) - len(words)))
    options = [Option(words, Because(of.source.address, place.start, place.end, words))]
    for one in fit:
        claim = Because(of.source.address, place.start, place.end, one)
        if len(options) < CHOICES and of.judge(claim).truth is Truth.FALSE and _apart(one, options):
            options.append(Option(one, claim, "까닭을 바꿈"))
    return options


def _phrases(of: Material, run: Sequence[Morpheme], key: _Phrase) -> Iterator[_Phrase]:
    """Phrases of the key's shape: with a verb of the same tense, or nouns in a row before a particle."""
    past = any(tag == "EP" for _, tag in key.verb)
    for n in range(1, len(run)):
        if key.verb and run[n].tag.startswith("E") and run[n].tag != "EP":
            phrase = _phrase(of, run, n, run[n].end)
            if phrase is not None and _meant(of, phrase):
                bare = tuple(p for p in phrase.verb if p[1] != "EP")
                yield _Phrase(phrase.span, phrase.head, (*bare, ("었", "EP")) if past else bare)
        elif not key.verb and run[n].tag in ("JKO", "JKS") and run[n - 1].tag == "NNG":
            nominal = _nominal(of, run[:n])
            if nominal is not None:
                yield nominal


def _meant(of: Material, phrase: _Phrase) -> bool:
    """Whether it is what somebody could do on purpose, and its verb no particle (을 통해)."""
    verb = "".join(form for form, tag in phrase.verb if tag != "EP")
    return not any(found(kind, verb, of.lexicon) for kind in ("postposed", "unmeant"))


def _apart(one: str, options: Sequence[Option]) -> bool:
    """Whether it shares no object with an option there is."""
    return all(one.split(maxsplit=1)[0] != option.text.split()[0] for option in options)
