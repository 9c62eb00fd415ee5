"""What a web page's own metadata says of its article: Open Graph, JSON-LD, and the elements for dates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from selectolax.lexbor import LexborHTMLParser

# Published times are told on Korea's clock, whatever zone the page writes them in.
_KOREA = timezone(timedelta(hours=9))
_ARTICLES = {
    "NewsArticle",
    "Article",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
}
_TITLES = ("og:title", "twitter:title", "dable:title", "title")
_TIMES = (
    "article:published_time",
    "dable:published_time",
    "og:regDate",
    "article:published",
    "datePublished",
    "pubdate",
)
_CHANGES = ("article:modified_time", "dateModified", "og:updated_time")
_WRITERS = ("dable:author", "dd:author", "article:author", "author", "og:article:author", "byl")
_SITES = ("og:site_name", "Copyright", "copyright", "article:publisher", "publisher", "twitter:creator")
_SECTIONS = ("article:section", "dable:section", "section")
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Meta:
    """The page's word for its article; empty where it says nothing. Times are ISO 8601 minutes of Korea's clock."""

    titles: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    writers: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    section: str | None = None
    address: str | None = None


def read_meta(tree: LexborHTMLParser) -> Meta:
    """Gather what the elements `meta`, `link`, `time` and JSON-LD give."""
    named = _named(tree)
    linked = [one for node in tree.css('script[type="application/ld+json"]') for one in _articles(node.text())]
    title = tree.css_first("head title")
    times = [t for one in linked if (t := _text(one.get("datePublished")))] + [named[k] for k in _TIMES if k in named]
    times += [
        n.attributes.get("datetime") or "" for n in tree.css("time[datetime][pubdate], time[itemprop=datePublished]")
    ]
    changes = [t for one in linked if (t := _text(one.get("dateModified")))] + [
        named[k] for k in _CHANGES if k in named
    ]
    canonical = tree.css_first('link[rel="canonical"]')
    return Meta(
        titles=tuple(
            [t for one in linked if (t := _text(one.get("headline")))]
            + [named[k] for k in _TITLES if k in named]
            + ([title.text().strip()] if title else [])
        ),
        published=next((m for t in times if (m := minute(t))), None),
        modified=next((m for t in changes if (m := minute(t))), None),
        writers=tuple(
            [n for one in linked for n in _names(one.get("author"))] + [named[k] for k in _WRITERS if k in named]
        ),
        sites=tuple(
            [n for one in linked for n in _names(one.get("publisher"))] + [named[k] for k in _SITES if k in named]
        ),
        section=next((s for one in linked if (s := _text(one.get("articleSection")))), None)
        or next((named[k] for k in _SECTIONS if k in named), None),
        address=named.get("og:url") or (canonical.attributes.get("href") if canonical else None),
    )


def minute(written: str) -> str | None:
    """An ISO 8601 time as its minute on Korea's clock, a bare day as the day; None for anything else."""
    plain = written.strip().replace("/", "-").replace(".", "-", 2) if "T" not in written else written.strip()
    try:
        when = datetime.fromisoformat(plain)
    except ValueError:
        return None
    if when.tzinfo is not None:
        when = when.astimezone(_KOREA)
    return when.date().isoformat() if len(plain) <= len("2031-04-02") else when.strftime("%Y-%m-%dT%H:%M")


def _named(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    for node in tree.css("meta"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop")
        content = (node.attributes.get("content") or "").strip()
        if name and content and len(content) <= _LONGEST:
            found.setdefault(name, content)
    return found


def _articles(script: str) -> Iterator[Mapping[str, object]]:
    try:
        read: object = json.loads(script, strict=False)
    except (ValueError, RecursionError):
        return
    waiting = [read]
    while waiting:
        one = waiting.pop()
        if isinstance(one, list):
            waiting.extend(reversed(one))
        elif isinstance(one, dict):
            kinds = one.get("@type")
            if _ARTICLES & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield one
            waiting.append(one.get("@graph"))


def _names(value: object) -> list[str]:
    if isinstance(value, list):
        return [n for one in value for n in _names(one)]
    if isinstance(value, dict):
        return _names(value.get("name"))
    return [value.strip()] if isinstance(value, str) and value.strip() else []


def _text(value: object) -> str | None:
    return next(iter(_names(value)), None)
