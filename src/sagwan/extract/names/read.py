"""All entities of a passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.extract.names.census import KNOWN, Census, hear, hear_aside, hear_short_forms, hear_titles
from sagwan.extract.names.declared import hear_phrase
from sagwan.extract.names.entities import Heard, build
from sagwan.extract.names.groups import groups
from sagwan.extract.names.holding import holdings, with_host
from sagwan.extract.names.knowledge import knowledge
from sagwan.extract.names.learned import doubt, read_learned
from sagwan.extract.names.look import Looks
from sagwan.extract.names.metonym import GOVERNMENTS
from sagwan.extract.names.nominal import rows
from sagwan.extract.names.quoted import hear_played, hear_quoted
from sagwan.extract.names.swallowed import give_back_particles, keep_own_ends
from sagwan.extract.names.towns import towns
from sagwan.extract.names.unit import units
from sagwan.extract.names.unmet import read_unmet

if TYPE_CHECKING:
    from sagwan.core.entity import Entity
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.learned import Learned
    from sagwan.extract.names.unit import Unit
    from sagwan.korean.passage import Passage
    from sagwan.lexicon import Lexicon


def read_names(passage: Passage, lexicon: Lexicon, learned: Learned | None = None) -> tuple[Entity, ...]:
    """Find the mentions, tell their kinds, join them into entities and give these their roles.

    `learned` is what the tagger says of the passage, where it has been asked already.
    """
    known = knowledge(lexicon)
    return build(passage, _hear(passage, learned or read_learned((passage,), lexicon)[0], known), known)


def _hear(passage: Passage, learned: Learned, known: Knowledge) -> Heard:
    chars = passage.text.chars
    ends = frozenset([m.end for s in passage.sentences for m in s.morphemes])
    told = towns(passage, known) | groups(passage, known)
    heard = Heard(Census(), set(ends), learned, told)
    outer: list[Unit] = []
    cut = give_back_particles([r for s in passage.sentences for r in rows(chars, s, known)], known)
    for row in read_unmet(keep_own_ends(cut, known), known):
        us = learned.correct(units(row.nominals, chars, ends, known, told), known)
        learned.hear(heard.census, us, chars, known)
        hear(heard.census, us, chars, known)
        heard.ends.update(u.end for u in us if u.famous)  # 춘천+시장, which the analyser takes for one word
        heard.bare += [
            u
            for u in us
            if u.looks in (Looks.NOUN, Looks.TITLE, Looks.FAMILY)
            and u.text in known.endings
            and (len(u.text) > 1 or u.text in GOVERNMENTS)
        ]
        if row.host is None:
            outer = us
            heard.held += holdings(us, known)
        elif us:
            heard.held += [with_host(h, us, outer, row.host) for h in holdings(us, known)]
            heard.asides.append((row.host, us))
            hear_aside(heard.census, outer, row.host, us, chars)
            hear_phrase(heard.census, outer, row.host, us, known)
    for one in told.values():
        if not one.weak:
            heard.census.note(one.form, one.kind, KNOWN, one.rule)
    hear_quoted(heard.census, passage, known)
    hear_played(heard.census, passage, known)
    hear_titles(heard.census, heard.held, chars, known)
    hear_short_forms(heard.census)
    doubt(heard.census, learned, chars)
    return heard
