"""Pages from templates: everything that comes from a ledger is escaped, and what a page may need is named here."""

from __future__ import annotations

import hashlib
import re
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from babel.numbers import format_decimal
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

from sagwan import __version__
from sagwan.core.span import Span
from sagwan.core.statement import Stance
from sagwan.items.export.printed import CIRCLED
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.value import Currency
from sagwan.views.rule_names import rule_name
from sagwan.views.times import day_before
from sagwan.web import linebreaks
from sagwan.web.dates import newspaper_day, told_time
from sagwan.web.parameters import CURSORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from importlib.resources.abc import Traversable

    from sagwan.views.cited import Cited
    from sagwan.views.deals.flows import Flow
    from sagwan.views.search.find import Hit
    from sagwan.views.search.snippet import Snippet
    from sagwan.views.threads.stories import FirstTold
    from sagwan.web.words import Words

# What ends a sentence, and what at the head of a snippet belongs to the sentence before.
_ENDS = (".", "?", "!", "…", "”", "’", '"', "'", "]", ")")
_OF_BEFORE = " .,·"
_ITEM = re.compile(r"\bitem-[0-9a-f]{16}\b")
# Pages that the masthead does not name, by what it names.
_SECTIONS = {
    **dict.fromkeys(("/said", "/ties"), "/who"),
    **dict.fromkeys(("/records", "/upload", "/uploads"), "/articles"),
    "/paper": "/items",
}
_JO, _EOK, _MAN = Decimal(10**12), Decimal(10**8), Decimal(10**4)


@cache
def environment() -> Environment:
    """The templates, which refuse a name that nobody gave them."""
    env = Environment(
        loader=PackageLoader("sagwan.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    env.globals.update(
        version=__version__,
        stances_of_all=tuple(stance.value for stance in Stance),
        static=f"/static/{build_mark()}",
        assets=f"/assets/{build_mark()}",
        opens=opens,
        opened_at=opened_at,
        proven_at=proven_at,
        found_at=found_at,
        circled=CIRCLED,
        person=person,
        between=between,
        section_of=section_of,
        address=address,
        newspaper_day=newspaper_day,
        sankey=sankey,
    )
    env.filters.update(
        lit=lit,
        is_cut=is_cut,
        unturned=unturned,
        sum=spelled_sum,
        rate=rate,
        rule=rule_name,
        currency=currency_name,
        path=_segment,
        marked=marked,
        marked_each=marked_each,
        by_sentence=by_sentence,
        oneline=oneline,
        items_opened=items_opened,
        count=counted,
        when=told_time,
        day_before=day_before,
    )
    return env


def render(template: str, **given: object) -> bytes:
    """A page as UTF-8."""
    return linebreaks.held(environment().get_template(template).render(**given)).encode()


def opens(cited: Cited) -> str:
    """The address at which a line's words are seen in their article."""
    return opened_at(cited.place.address, cited.id)


def opened_at(place: str, record: str) -> str:
    """The address of an article with one record shown in it."""
    return f"/articles/{_segment(place.partition(':')[0])}?{urlencode({'record': record})}#here"


def proven_at(address: str, record: str) -> str:
    """The address at which the evidence of a proof is seen: a record, or characters of the text (`PAGE:N:3–9`)."""
    start, range_, end = record.rpartition(":")[2].partition("–")
    if not range_:
        return opened_at(address, record)
    return f"/articles/{_segment(address.partition(':')[0])}?at={int(start)}-{int(end)}#here"


def found_at(hit: Hit) -> str:
    """The address at which a hit is seen in its article: the statement, or the first of the words that were sought."""
    if hit.id is not None:
        return opened_at(hit.place.address, hit.id)
    page = f"/articles/{_segment(hit.page[:12])}"
    return next((f"{page}?at={start}-{stop}#here" for start, stop in hit.snippet.marks), page)


def person(name: str) -> str:
    """The address of a dossier."""
    return f"/who/{_segment(name)}"


def between(left: str, right: str) -> str:
    """The address of a tie."""
    return f"/ties/{_segment(left)}/{_segment(right)}"


def section_of(path: str) -> str:
    """The section under which a page stands in the masthead: `/ties/A/B` under `/who`."""
    first = f"/{path.removeprefix('/').partition('/')[0]}"
    return _SECTIONS.get(first, first)


def address(path: str, asked: Mapping[str, object], **changed: object) -> str:
    """The address of the same view with something changed; what is None or empty is left out."""
    given = {key: value for key, value in {**asked, **changed}.items() if value not in (None, "")}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def unturned(asked: Mapping[str, object]) -> dict[str, object]:
    """What is asked for, without where its lists are turned to."""
    return {key: value for key, value in asked.items() if key not in CURSORS}


def _segment(text: str) -> str:
    return quote(text, safe="")


def lit(snippet: Snippet) -> list[tuple[str, bool]]:
    """A snippet in pieces, each with whether it was asked for."""
    found, at = [], 0
    for start, end in snippet.marks:
        here = (start - snippet.start, end - snippet.start)
        found += [(snippet.words[at : here[0]], False), (snippet.words[here[0] : here[1]], True)]
        at = here[1]
    found = [*found, (snippet.words[at:], False)]
    return [(found[0][0].lstrip(_OF_BEFORE), found[0][1]), *found[1:]]


def is_cut(snippet: Snippet) -> bool:
    """Whether a snippet ends before its sentence does."""
    return not snippet.words.rstrip().endswith(_ENDS)


def oneline(text: str | None) -> str:
    """Words on one line."""
    return " ".join((text or "").split())


def items_opened(text: str) -> Markup:
    """Words in which the id of an item opens it."""
    return Markup(_ITEM.sub(r'<a class="name" href="/items/\g<0>">\g<0></a>', str(escape(text))))  # noqa: S704 — escaped


def counted(n: int) -> str:
    """A number with its thousands apart."""
    return f"{n:,}"


def rate(value: Decimal | None) -> str:
    """A rate of exchange to six digits, as much as articles let one know; the interface has every one."""
    if value is None:
        return ""
    rounded = value.quantize(Decimal(1).scaleb(max(-6, value.adjusted() - 5)))
    return f"{rounded:,f}".rstrip("0").rstrip(".") if "." in f"{rounded:f}" else f"{rounded:,f}"


def spelled_sum(value: Decimal | None, currency: str | None, language: str = "ko") -> str:
    """A sum as a Korean paper writes it (1조 2,000억 원), or with its currency's code. Nothing is rounded."""
    if value is None:
        return "?"
    if language != "ko":
        return f"{format_decimal(value.normalize(), locale='en', decimal_quantization=False)} {currency or ''}".strip()
    return f"{''.join(_by_myriads(value))} {currency_name(currency)}".strip()


def currency_name(code: str | None, language: str = "ko") -> str:
    """What a currency is called; its code where it has no other name, and in English."""
    return _currencies().get(code or "", code or "") if language == "ko" else code or ""


@cache
def _currencies() -> Mapping[str, str]:
    entries = [one for one in load_default().all(Currency) if one.words and not one.minor]
    return {one.code: one.words[0] for one in reversed(entries)}


def _by_myriads(value: Decimal) -> Iterator[str]:
    sign, left = ("-", -value) if value < 0 else ("", value)
    parts = []
    for size, word in ((_JO, "조"), (_EOK, "억"), (_MAN, "만")):
        whole = left // size
        if whole:
            parts.append(f"{whole:,f}{word}")
            left -= whole * size
    if left or not parts:
        parts.append(f"{left.normalize():,f}")
    yield sign + " ".join(parts)


def sankey(flows: Iterable[Flow], words: Words) -> list[dict[str, object]]:
    """Flows as the picture takes them; the width of a line is a float, what it says is exact."""
    return [
        {"source": one.source, "target": one.target, "value": float(one.value), "said": _told(one, words)}
        for one in flows
    ]


def _told(flow: Flow, words: Words) -> str:
    return f"{spelled_sum(flow.value, flow.currency, words.language)} · {words(f'stage.{flow.stage}')}"


def by_sentence(facts: Iterable[FirstTold]) -> list[tuple[list[Cited], list[Cited]]]:
    """What a story tells, the events of one sentence together: their lines, and sentences elsewhere that tell one."""
    found: dict[tuple[str, str | None], list[FirstTold]] = {}
    for one in facts:
        found.setdefault((one.first.place.address, one.first.sentence), []).append(one)
    return [(sorted((one.first for one in told), key=lambda c: c.start), _elsewhere(told)) for told in found.values()]


def _elsewhere(told: Iterable[FirstTold]) -> list[Cited]:
    return list({(c.place.address, c.sentence): c for one in told for c in one.after}.values())


def marked_each(cites: Iterable[Cited]) -> list[tuple[str, bool]]:
    """The sentence of some lines in pieces, each with whether it is the words of one of them."""
    sentence, pieces, at = "", list[tuple[str, bool]](), 0
    for one in cites:
        sentence = sentence or one.sentence or one.quote
        before, words, _ = marked(sentence[at:], oneline(one.quote))
        if words:
            pieces += [(before, False), (words, True)]
            at += len(before) + len(words)
    return [*pieces, (sentence[at:], False)]


def marked(sentence: str, words: str) -> tuple[str, str, str]:
    """A sentence as what stands before some words, the words, and what follows; the words empty if not in it."""
    at = sentence.find(words)
    if at < 0 or not words:
        return sentence, "", ""
    span = Span(at, at + len(words))
    return sentence[: span.start], sentence[span.start : span.end], sentence[span.end :]


@cache
def build_mark() -> str:
    """Eight digits that change whenever the style, the scripts or what they load do: they stand in the addresses of
    these files, so that a browser may keep them for a year.
    """
    web = files("sagwan.web")
    pins = [one.joinpath(".pin") for one in _inside(web.joinpath("assets"))]
    hash_ = hashlib.sha256()
    for one in (*_inside(web.joinpath("static")), *pins):
        if one.is_file():
            hash_.update(one.read_bytes())
    return hash_.hexdigest()[:8]


def _inside(folder: Traversable) -> list[Traversable]:
    return sorted(folder.iterdir(), key=lambda one: one.name) if folder.is_dir() else []
