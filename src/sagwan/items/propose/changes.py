"""입장 변화: what somebody said first and with what he took it back, both in his words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.items.model import Changed, Form, Item, Option, Said, Truth
from sagwan.items.propose.material import CHOICES
from sagwan.items.vary import contrary
from sagwan.items.wording import found, stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sagwan.items.propose.material import Material
    from sagwan.items.sure import Sure

_FEWEST = 4
BOX = ("처음: ( ㉠ )", "나중: ( ㉡ )")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sure statement and the article that has it."""

    of: Material
    sure: Sure

    @property
    def said(self) -> Said:
        """The claim."""
        return self.of.said(self.sure.voice, self.sure.plain)


def changes(of: Material) -> Iterator[Item]:
    """Statements that the article itself calls taken back."""
    by_id = {sure.statement.id: sure for sure in of.sure}
    for sure in of.sure:
        earlier = by_id.get(sure.statement.reverses or "")
        if earlier is not None:
            yield from turned(Spoken(of, earlier), Spoken(of, sure))


def turned(before: Spoken, after: Spoken) -> Iterator[Item]:
    """The item on one change; none where too few wrong pairs can be proved wrong."""
    of = before.of
    options = [_option(before.said, after.said, None)]
    for one, other, change in _wrong(before, after):
        option = _option(one, other, change)
        fresh = option.text not in {o.text for o in options}
        if fresh and len(options) < CHOICES and of.judge(option.claim).truth is Truth.FALSE:
            options.append(option)
    if len(options) >= _FEWEST:
        text = stem(of.lexicon, "stem.change").text.replace("{name}", before.sure.voice.shown)
        made = of.item(Form.CHANGE, text, options, BOX)
        articles = tuple(dict.fromkeys((of.source.address, after.of.source.address)))
        yield Item(made.form, articles, made.stem, made.box, made.options, made.key)


def _option(before: Said, after: Said, change: str | None) -> Option:
    return Option(f"㉠ {before.content} – ㉡ {after.content}", Changed(before, after), change)


def _wrong(before: Spoken, after: Spoken) -> Iterator[tuple[Said, Said, str]]:
    """The order turned, one of the two in the contrary, and what others said put in his mouth."""
    first, then = before.said, after.said
    yield then, first, "차례를 바꿈"
    not_first, not_then = _contrary(before), _contrary(after)
    if not_first is not None:
        yield not_first, then, "긍정과 부정을 바꿈"
    if not_then is not None:
        yield first, not_then, "긍정과 부정을 바꿈"
    for spoken, kept in ((before, then), (after, first)):
        voice = spoken.sure.voice
        for sure in spoken.of.sure:
            if sure.voice.key != voice.key:
                other = spoken.of.said(voice, sure.plain)
                yield (other, kept, "말한 이를 바꿈") if spoken is before else (kept, other, "말한 이를 바꿈")


def _contrary(spoken: Spoken) -> Said | None:
    of = spoken.of
    clause = contrary(spoken.sure.clause, of.analyser)
    if clause is None or found("polar", spoken.sure.plain, of.lexicon):
        return None
    return of.said(spoken.sure.voice, clause.plain(of.analyser))
