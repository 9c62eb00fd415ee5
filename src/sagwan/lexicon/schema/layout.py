"""Words by which the parts of a news page are told: furniture, dates of publication, writers, credits, skies."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry


class Layout(Entry, frozen=True, kw_only=True):
    """Words of one use on a page. `proof` is a line with `{word}`, read for every one of the words."""

    words: tuple[str, ...]
    proof: str


class Furniture(Layout, frozen=True, kw_only=True):
    """Lines that a page carries besides the article. Blanks and leading marks (•, ▶, ※) do not count.

    `at` says where the words stand: they are the whole `line`, its `start`, its `end`, or `within` a short line;
    `counted`: a number before them makes the line. `then` says what follows: `teasers` of other articles, the `end`
    of the article, or nothing of note. `sentence`: the line may be a whole sentence and furniture all the same.
    """

    zone: Literal["banner", "menu", "teaser", "copyright", "related_count", "other"]
    at: Literal["line", "start", "end", "within", "counted"]
    sentence: bool = False
    then: Literal["teasers", "end"] | None = None


class Stamp(Layout, frozen=True, kw_only=True):
    """Words before a date that say what happened on it: the article was `published`, or `modified`."""

    kind: Literal["published", "modified"]


class Writer(Layout, frozen=True, kw_only=True):
    """Who signs: `staff` (기자, 특파원), a `guest` who writes a column (교수, 평론가), a `desk` without a name;
    `rank`: what may end a word between a name and a staff title (선임, 산업부); `farewell`: how a broadcaster's
    reporter ends ("하늘방송 뉴스 한서린입니다"); `task`: what may stand before the name (글·사진, 정리).
    """

    kind: Literal["staff", "guest", "desk", "rank", "farewell", "task"]


class Credit(Layout, frozen=True, kw_only=True):
    """Words of a caption's credit: `work` (사진, 그래픽: "[사진=누리전자]"), `giver` ("누리전자 제공"),
    `mark` (ⓒ: it credits by itself), `owner` (저작권자, in a caption's brackets), `rider` (재판매 및 DB 금지: it
    stands behind a credit).
    """

    kind: Literal["work", "giver", "mark", "owner", "rider"]


class Sky(Layout, frozen=True, kw_only=True):
    """Words of a weather strip: the `sky` at a station, or the `source` of the readings."""

    kind: Literal["sky", "source"]


class Section(Layout, frozen=True, kw_only=True):
    """Names that sections of newspapers go by."""


class Press(Layout, frozen=True, kw_only=True):
    """Word ends by which a name not in the list of outlets is told to be one (뉴스, 일보)."""


class Tail(Layout, frozen=True, kw_only=True):
    """Word ends that carry a line of prose on to the next line (은, 며): no headline ends so."""


class Markup(Layout, frozen=True, kw_only=True):
    """Ids and classes of a saved web page's elements, by what stands inside. `body` names are compared whole, the
    others with the parts of a name ("photo_caption"). `proof` is an element with `{word}`.
    """

    kind: Literal["body", "caption", "comment", "copyright", "hidden", "menu", "related"]
