"""Pages in the forms of many outlets: what must be read, what the body must hold and what it must not."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from sagwan.core.page import Article, Layout, Page
from sagwan.lexicon import load_default
from sagwan.page import lay_out

FORMS = Path(__file__).parent / "forms"
NAMES = sorted(p.stem for p in FORMS.glob("*.toml"))


@cache
def laid(name: str) -> Layout:
    source = next(p for p in FORMS.glob(f"{name}.*") if p.suffix != ".toml")
    return lay_out(Page(source.read_bytes(), source.name), load_default())


def wanted(name: str) -> dict[str, object]:
    return tomllib.loads((FORMS / f"{name}.toml").read_text())


def words(layout: Layout, article: Article) -> str:
    return "\n".join(layout.text.cut(span) for span in article.body)


def shown(layout: Layout, article: Article) -> dict[str, object]:
    out = article.published
    return {
        "headline": layout.text.cut(article.headline) if article.headline else None,
        "outlet": article.outlet,
        "bylines": [b.name for b in article.bylines],
        "published": out.value if out else None,
        "clock": out.clock if out else None,
        "section": layout.section,
        "seen": layout.seen,
        "related_count": layout.related_count,
        "stations": len(layout.weather.readings) if layout.weather else None,
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_a_page_says_of_itself(name: str) -> None:
    want = wanted(name)
    got = shown(laid(name), laid(name).articles[0])
    unstated = ("section", "seen", "related_count", "stations", "published")
    assert {k: got[k] for k in got if k in want or k in unstated} == {
        k: want.get(k) for k in got if k in want or k in unstated
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_is_the_article_and_what_is_not(name: str) -> None:
    want, layout = wanted(name), laid(name)
    body = words(layout, layout.articles[0])
    assert body.startswith(str(want["body_first"]))
    assert body.endswith(str(want["body_last"]))
    kept_out, held = want.get("kept_out", []), want.get("held", [])
    assert isinstance(kept_out, list)
    assert isinstance(held, list)
    assert [w for w in kept_out if w in body] == []
    assert [w for w in kept_out if w not in layout.text.chars] == []
    assert [w for w in held if w not in body] == []


@pytest.mark.parametrize("name", NAMES)
def test_teasers_are_articles_of_their_own(name: str) -> None:
    related = wanted(name).get("related", [])
    layout = laid(name)
    assert isinstance(related, list)
    assert len(layout.articles) - 1 == len(related)
    for article, want in zip(layout.articles[1:], related, strict=True):
        assert words(layout, article).startswith(want["body_first"])
        assert layout.text.cut(article.headline) == want["headline"] if article.headline else want["headline"] is None
        assert [b.name for b in article.bylines] == want["bylines"]
        assert article.truncated is want["truncated"]


@pytest.mark.parametrize("name", NAMES)
def test_a_byline_stands_where_it_says(name: str) -> None:
    layout = laid(name)
    for article in layout.articles:
        assert [layout.text.cut(b.span) for b in article.bylines] == [b.name for b in article.bylines]
