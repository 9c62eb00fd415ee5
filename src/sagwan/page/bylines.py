"""Who wrote it: bylines before the first sentence, on a line of their own, and behind the last sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from sagwan.core.page import Byline
from sagwan.core.span import Span
from sagwan.page.cues import MAIL, NAME, NAMES, Cues
from sagwan.page.lines import Line
from sagwan.page.outlets import among, known, told

_OPEN, _CLOSE = r"[\[(【〔<]", r"[\])】〕>]"
_BRACKET = re.compile(
    rf"^{_OPEN}\s?(?P<inner>(?:[^\[\]()【】〔〕<>\n]|\([^()\n]{{1,10}}\)){{2,60}}?)\s?{_CLOSE}[\s\u200b]*"
)
_PART = re.compile(r"\s?[=ㅣ|│｜]\s?")
_NAME = re.compile(NAME)
_BETWEEN = re.compile(r"[,·ㆍ‧・/&\s]+")
_SEGMENTS = re.compile(r"[^,/ㆍ·‧・&|ㅣ=]+")
_WORDS = re.compile(r"(?P<two>(?P<one>\S+\s+)\S+\s+)\S+")
# "한서린(seorin)": a writer by the name of an account.
_PEN = re.compile(rf"(?P<names>{NAME})\([A-Za-z0-9_.-]{{3,20}}\)?")
_OUTLET_NAME = re.compile(r"(?P<outlet>\S+)\s(?P<name>[가-힣]{3})")
_HANGUL = re.compile(r"[가-힣]+")
_MAIL = re.compile(rf"\s?[(<]?{MAIL}[)>]?")
_SIGNED = 80
# What an outlet writes before an address: its name and a few words on itself.
_SIGN = 16
_MARKS = re.compile(r"[◎☞▶■●※]")


@dataclass(frozen=True, slots=True)
class Signature:
    """A byline where it stands: its range, who signs, and the outlet it names."""

    span: Span
    writers: tuple[Byline, ...]
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class _Forms:
    names: re.Pattern[str]
    closing: re.Pattern[str]
    after: re.Pattern[str]
    bare: re.Pattern[str]
    tail: re.Pattern[str]
    rank: re.Pattern[str]
    title: re.Pattern[str]
    joined: re.Pattern[str]
    staff: re.Pattern[str]
    guest: re.Pattern[str]
    post: re.Pattern[str]
    prefix: re.Pattern[str]
    turned: re.Pattern[str]
    farewell: re.Pattern[str]
    pictured: re.Pattern[str]


@cache
def _forms(cues: Cues) -> _Forms:
    rank = rf"[가-힣A-Za-z·]{{0,8}}{cues.rank}"
    title = rf"(?:{rank}\s?){{0,2}}{cues.staff}(?![가-힣])"
    more = rf"(?:\s?{title}(?:[\s(]*{MAIL}\)?)?\s?[,·ㆍ/&]\s?{NAMES})*?"
    who = rf"(?<![가-힣A-Za-z0-9])(?P<names>{NAMES}{more})\s?{title}"
    return _Forms(
        names=re.compile(rf"{who}(?:[\s,]*{MAIL})?"),
        closing=re.compile(rf"{who}(?:[\s,]*{MAIL})?$"),
        after=re.compile(rf"{who}\s{{0,3}}[=|ㅣ│｜:]\s{{0,3}}"),
        bare=re.compile(rf"(?:(?P<left>[가-힣A-Za-z0-9·,\s]{{2,20}}?)\s?[=|ㅣ│/]\s?)?{who}\s{{0,3}}[=|ㅣ│｜]\s{{0,3}}"),
        tail=re.compile(
            rf"(?<=[.”\"’'\])…?!])[\s\u200b]*(?:[/=|■▶]\s?|{_OPEN}\s?)?(?:[가-힣A-Za-z0-9·\s]{{2,15}}[=|ㅣ]\s?)?{who}"
            rf"(?:[\s,=(]*{MAIL}\)?)?\s?{_CLOSE}?$|(?<=[.”\"’'\])…?!])[\s\u200b]*[(\[]?{MAIL}[)\]]?$"
        ),
        rank=re.compile(rank),
        title=re.compile(title),
        joined=re.compile(rf"(?P<name>{NAME}){title}"),
        staff=re.compile(rf"(?P<names>{NAMES})\s?{title}"),
        guest=re.compile(
            rf"(?P<names>{NAME})(?:\s[^\s]{{1,15}}){{0,3}}\s?{cues.guest}|(?P<named>{NAME})\s?\(.*{cues.guest}\)?"
        ),
        post=re.compile(rf"{cues.guest}$"),
        prefix=re.compile(rf"(?:[/\[(【<■▶◆●▷•=:\-ㅣ|*·\s]|{cues.task}(?![가-힣]))+"),
        turned=re.compile(rf"{cues.staff}\s?[:=]?\s?(?P<names>{NAME})"),
        farewell=re.compile(
            rf"(?:[^.]{{0,20}}\s)?(?P<outlet>{cues.outlet_written}|{cues.press.pattern})\s?(?P<names>{NAME}){cues.farewell}\.?"
        ),
        pictured=cues.credit_line,
    )


def lead(line: Line, cues: Cues) -> Signature | None:
    """The byline that opens a line of prose: "[한빛뉴스=한서린 기자] ", "(서울=한빛통신) 한서린 기자 = "."""
    forms = _forms(cues)
    opened = _BRACKET.match(line.chars)
    if not opened:
        bare = forms.bare.match(line.chars) if _PART.search(line.chars, 0, _SIGNED) else None
        if not bare:
            return None
        return Signature(_at(line, 0, bare.end()), _names(line, bare, cues), told(bare["left"] or "", cues))
    inner = _inside(line, opened, cues)
    if inner is None:
        return None
    after = forms.after.match(line.chars, opened.end()) if not inner.writers else None
    if after:
        return Signature(_at(line, 0, after.end()), _names(line, after, cues), inner.outlet)
    return inner


def whole(line: Line, cues: Cues, *, guests: bool) -> Signature | None:
    """The byline that is the whole line. Columnists sign by their posts, beside an address or where `guests` may."""
    if len(line.chars) > _SIGNED:
        return None
    farewell = _forms(cues).farewell.fullmatch(line.chars)
    if farewell:
        return Signature(line.span, _names(line, farewell, cues), known(farewell["outlet"], cues))
    if line.ends:
        return None
    plain = _MAIL.sub(lambda m: " " * len(m[0]), line.chars).rstrip(" \u00a0])】>")
    mailed = plain != line.chars.rstrip(" \u00a0])】>")
    opened = _forms(cues).prefix.match(plain)
    at = opened.end() if opened else 0
    pictured = _forms(cues).pictured.search(plain, at)
    plain = plain[: pictured.start()] if pictured else plain
    tasked = opened is not None and any(c.isalpha() for c in opened[0])
    if not plain.strip() or plain[at:].strip() in cues.desks:
        return Signature(line.span, ())
    plain = _without_tools(plain, cues)
    left, equals, _ = plain[at:].rpartition("=")
    if _forms(cues).staff.search(left):  # 세종=한서린 기자, 서울=윤가람 기자
        left, equals, _ = plain[at:].partition("=")
    at += len(left) + len(equals)
    if not left:
        left = _leading_outlet(plain[at:], cues)
        at += len(left)
    writers = _signing(line, plain, at, _forms(cues), cues, guests=guests or mailed, bare=mailed or tasked)
    if not writers and mailed and len(plain.strip()) <= _SIGN:  # ◎바른소식 누리뉴스 seorin@example.com
        outlet = among(_MARKS.sub(" ", plain), cues)
        return Signature(line.span, (), outlet) if outlet else None
    return Signature(line.span, writers, told(left, cues) if left else None) if writers else None


def _without_tools(plain: str, cues: Cues) -> str:
    """The line without the tools that pages put behind a writer's name (한서린 기자 구독)."""
    while (words := plain.rsplit(maxsplit=1))[1:] and words[-1] in cues.line:
        plain = words[0]
    return plain


def _leading_outlet(plain: str, cues: Cues) -> str:
    """The outlet's name, with the blank behind it, that opens a line of three words or more."""
    words = _WORDS.match(plain)
    if words is None:
        return ""
    return next((w for w in (words["two"], words["one"]) if w and told(w, cues)), "")


def _signing(
    line: Line, plain: str, at: int, forms: _Forms, cues: Cues, *, guests: bool, bare: bool
) -> tuple[Byline, ...]:
    """Who signs in the parts of a line between commas and dots: each part a name, or a name with its post."""
    alone = forms.guest.fullmatch(plain.strip()) if guests else None
    if alone and alone["named"]:
        return _named(line.start, alone.start("named"), alone["named"], cues)
    found: list[Byline] = []
    signed = False
    for piece in _SEGMENTS.finditer(plain, at):
        part, start = piece[0].strip(), piece.start() + len(piece[0]) - len(piece[0].lstrip())
        if not part or part in cues.places:
            continue
        staff = forms.staff.fullmatch(part) or forms.turned.fullmatch(part) or _PEN.fullmatch(part)
        guest = forms.guest.fullmatch(part) if guests and not staff else None
        if staff and (bare or any(w[0] in cues.surnames for w in staff["names"].split())):
            found += _named(line.start, start + staff.start("names"), staff["names"], cues)
        elif guest:
            name = guest["names"] or guest["named"]
            found += [b for b in _named(line.start, start, name, cues) if name[0] in cues.surnames]
        elif _NAME.fullmatch(part):
            found += _named(line.start, start, part, cues)
            continue
        elif not (signed and guests and forms.post.search(part)):
            return ()
        signed = True
    return tuple(found) if signed or bare else ()


def tail(line: Line, cues: Cues) -> Signature | None:
    """The byline behind the last sentence of a line: "…밝혔다. 한서린 기자 seorin@example.com"."""
    forms = _forms(cues)
    start = max(0, len(line.chars) - _SIGNED)
    found = forms.tail.search(line.chars, start)
    if not found:
        return None
    begin = found.start() + len(found[0]) - len(found[0].lstrip("\u200b \u00a0\t"))
    writers = _names(line, found, cues) if found["names"] else ()
    return Signature(Span(line.start + begin, line.end), writers)


def _inside(line: Line, opened: re.Match[str], cues: Cues) -> Signature | None:
    """What stands between the brackets: outlet or place, names, title."""
    inner, span = opened["inner"], _at(line, 0, opened.end())
    forms = _forms(cues)
    parts = _PART.split(inner)
    outlet = next((o for p in reversed(parts) if (o := told(p, cues))), None) or among(" ".join(parts[:-1]), cues)
    signed = forms.closing.search(inner, inner.rfind(parts[-1]))
    if signed:
        writers = _named(line.start, opened.start("inner") + signed.start("names"), signed["names"], cues)
        left = inner[: signed.start()].strip(" =ㅣ|│,/")
        return Signature(span, writers, outlet or among(left, cues) or _first_outlet(signed["names"], cues))
    plain = _OUTLET_NAME.fullmatch(inner)
    if plain and plain["name"][0] in cues.surnames and told(plain["outlet"], cues):
        writers = _named(line.start, opened.start("inner") + plain.start("name"), plain["name"], cues)
        return Signature(span, writers, told(plain["outlet"], cues))
    if any(p.strip() in cues.desks for p in parts):
        return Signature(span, (), outlet)
    if outlet and (len(parts) > 1 or known(inner, cues) or (" " not in inner and inner not in cues.line)):
        return Signature(span, (), outlet)
    return None


def _names(line: Line, found: re.Match[str], cues: Cues) -> tuple[Byline, ...]:
    return _named(line.start, found.start("names"), found["names"], cues)


def _named(base: int, at: int, names: str, cues: Cues) -> tuple[Byline, ...]:
    """The words that are names: no outlet, title, desk or rank, and with a Korean surname where any of them has one."""
    forms = _forms(cues)
    words = [(_bare_name(w[0], forms), at + w.start()) for w in _HANGUL.finditer(names)]
    named = [w for w in words if _NAME.fullmatch(w[0]) and not told(w[0], cues) and not forms.title.fullmatch(w[0])]
    named = [w for w in named if not forms.rank.fullmatch(w[0])] or named[:1]
    named = [w for w in named if w[0] not in cues.places] or named[:1]
    sure = [w for w in named if w[0][:1] in cues.surnames or w[0][:2] in cues.surnames]
    return tuple(Byline(name, Span(base + start, base + start + len(name))) for name, start in sure or named)


def _bare_name(word: str, forms: _Forms) -> str:
    """The name without a title written to it (한서린기자)."""
    joined = forms.joined.fullmatch(word)
    return joined["name"] if joined else word


def _first_outlet(names: str, cues: Cues) -> str | None:
    first = _BETWEEN.split(names.strip())[0] if names.strip() else ""
    return told(first, cues) if first else None


def _at(line: Line, start: int, end: int) -> Span:
    return Span(line.start + start, line.start + end)


def names_in(words: str, cues: Cues) -> list[str]:
    """The names in a short mention of writers, as metadata gives it ("한서린 기자", "한서린, 윤가람")."""
    plain = _MAIL.sub(" ", words)
    signed = [m["names"] for m in _forms(cues).names.finditer(plain)]
    if not signed and re.fullmatch(rf"\s*{NAMES}\s*", plain):
        signed = [plain]
    return [b.name for names in signed for b in _named(0, 0, names, cues)]


def within(line: Line, cues: Cues) -> Signature | None:
    """The byline that shares a short line with other things ("한서린 기자 | 입력 2031.04.02")."""
    forms = _forms(cues)
    found = forms.names.search(line.chars)
    if not found:
        return None
    return Signature(_at(line, found.start(), found.end()), _names(line, found, cues))
