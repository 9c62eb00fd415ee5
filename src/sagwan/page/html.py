"""A saved web page → the text it shows, and what its elements say of each line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborHTMLParser, LexborNode

from sagwan.core.errors import SagwanError
from sagwan.page.cues import Cues
from sagwan.page.meta import Meta, read_meta

_LOOKS = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s>]", re.IGNORECASE)
_NAMED = re.compile(r"\.x?html?$", re.IGNORECASE)
_TAG = re.compile(r"<(/?)(?:div|span|section|table|ul|ol|li|font|b|i|a|p)\b", re.IGNORECASE)
# Browsers nest no deeper than 512; the parser's time grows with the square of the depth.
_MAX_DEPTH = 4000
_SPACE = re.compile(r"[ \t\r\n\f]+")
_PART = re.compile(r"[A-Z]?[a-z0-9]+|[A-Z]+")
# Words read better than a column of quoted strings.
_UNSEEN = frozenset(
    "script style noscript template svg iframe select textarea head object canvas math video audio datalist"  # noqa: SIM905
    " dialog".split()
)
_INLINE = frozenset(
    "a abbr b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr q ruby rb rt s samp small"  # noqa: SIM905
    " span strike strong sub sup time tt u var wbr td th input o:p".split()
)
_CLOSE = {"br", "li", "tr", "dt", "dd", "option"}
_KINDS = {
    "nav": "menu",
    "footer": "copyright",
    "aside": "related",
    "figcaption": "caption",
    "button": "menu",
    "caption": "caption",
}
_WHOLE_PAGE = {"html", "body", "main"}
_CANDIDATES = 50
_LEAST_BODY = 40


@dataclass(frozen=True, slots=True)
class Hint:
    """What the elements around a line say of it: a kind of the lexicon's markup, whether it stands in the article's
    own element, and whether it is a main heading.
    """

    kind: str | None = None
    inside: bool = False
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """The characters that the page shows, the hint of each of its lines (by the line's number), and its metadata."""

    chars: str
    hints: tuple[Hint | None, ...]
    meta: Meta
    contained: bool


def is_html(chars: str, source: str) -> bool:
    """Whether the page is marked up: by its first characters, or by its name and any tag at all."""
    return _LOOKS.search(chars, 0, 3000) is not None or (_NAMED.search(source) is not None and "<" in chars)


def render(chars: str, source: str, cues: Cues) -> Rendered:
    """The page as a reader sees it, in document order. Raises `SagwanError` (`page.too_deep`)."""
    if _depth(chars) > _MAX_DEPTH:
        what = f"요소가 {_MAX_DEPTH}겹보다 깊게 겹쳐 있습니다"
        raise SagwanError("page.too_deep", what, source, "기사 본문을 텍스트로 저장해 넣으십시오")
    tree = LexborHTMLParser(chars)
    meta = read_meta(tree)
    root = tree.body or tree.root
    if root is None:
        return Rendered("", (), meta, contained=False)
    container = _container(tree, cues)
    paper = _Paper()
    _walk(root, container, paper, cues)
    paper.close()
    return Rendered("\n".join(paper.lines), tuple(paper.hints), meta, contained=container is not None)


def _depth(chars: str) -> int:
    depth = deepest = 0
    for tag in _TAG.finditer(chars):
        depth += -1 if tag[1] else 1
        deepest = max(deepest, depth)
    return deepest


def _container(tree: LexborHTMLParser, cues: Cues) -> LexborNode | None:
    """The element that holds the article: told by itemprop, by a known name, else the longest `article`."""
    for found in (tree.css('[itemprop="articleBody"]'), _with_names(tree, cues.body_names), tree.css("article")):
        held = [(len(n.text(deep=True)), n) for n in found[:_CANDIDATES]]
        held = [(size, n) for size, n in held if size >= _LEAST_BODY]
        if held:
            return max(held, key=lambda one: one[0])[1]
    return None


def _with_names(tree: LexborHTMLParser, names: frozenset[str]) -> list[LexborNode]:
    return [
        n
        for n in tree.css("div, section, article, td, main, p")
        if n.attributes.get("id") in names or names.intersection((n.attributes.get("class") or "").split())
    ]


@dataclass(slots=True)
class _Paper:
    """Lines as they are written."""

    lines: list[str] = field(default_factory=list)
    hints: list[Hint | None] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    hint: Hint | None = None

    def write(self, words: str, hint: Hint) -> None:
        """Add to the line; a caption set inside running text is a line of its own."""
        if self.hint and self.words and self.hint.kind != hint.kind and "caption" in (self.hint.kind, hint.kind):
            self.close()
        if not self.words:
            if not words.strip(" \t\r\n\f"):
                return
            self.hint = hint
        self.words.append(words)

    def close(self, *, blank: bool = False) -> None:
        """End the line, with a blank one behind it where a block ends."""
        line = _SPACE.sub(" ", "".join(self.words)).strip(" ")
        self.words.clear()
        if line:
            self.lines.append(line)
            self.hints.append(self.hint)
        if blank and self.lines and self.lines[-1]:
            self.lines.append("")
            self.hints.append(None)


def _walk(root: LexborNode, container: LexborNode | None, paper: _Paper, cues: Cues) -> None:
    """Write the tree in document order, without recursion: saved pages nest deeply."""
    held = container.mem_id if container else None
    stack: list[Iterator[tuple[LexborNode, Hint] | str]] = [iter([(root, Hint())])]
    while stack:
        step = next(stack[-1], None)
        if step is None:
            stack.pop()
        elif isinstance(step, str):
            paper.close(blank=step == "block")
        else:
            node, hint = step
            if node.tag == "-text":
                paper.write(node.text_content or "", hint)
            elif node.tag == "br":
                paper.close()
            elif node.is_element_node and node.tag not in _UNSEEN:
                inner = _hint(node, hint, held, cues)
                if inner is not None:
                    stack.append(_steps(node, inner, paper))


def _steps(node: LexborNode, hint: Hint, paper: _Paper) -> Iterator[tuple[LexborNode, Hint] | str]:
    tag = node.tag or ""
    kind = "" if tag in _INLINE else "line" if tag in _CLOSE else "block"
    if kind:
        yield kind
    elif tag in {"td", "th"}:
        paper.write("\t", hint)
    child = node.child
    while child is not None:
        yield child, hint
        child = child.next
    if kind:
        yield kind


def _hint(node: LexborNode, outer: Hint, held: int | None, cues: Cues) -> Hint | None:
    """The hint for what stands inside the element; None where it is not shown."""
    attributes = node.attributes
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if "hidden" in attributes or "display:none" in style:
        return None
    kind = outer.kind or _KINDS.get(node.tag or "")
    if kind is None and node.tag not in _WHOLE_PAGE:
        kind = _kind(attributes, cues)
    if kind == "hidden":
        return None
    if outer.inside and node.tag in _INLINE and kind != "caption":
        kind = outer.kind
    inside = outer.inside or node.mem_id == held
    if node.mem_id == held:
        kind = None
    return Hint(kind, inside, outer.heading or node.tag == "h1")


def _kind(attributes: dict[str, str | None], cues: Cues) -> str | None:
    names = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if names == " ":
        return None
    for name in names.split():
        whole = cues.markup.get(name.lower())
        if whole:
            return whole
        for part in _PART.findall(name):
            kind = cues.markup.get(part.lower())
            if kind and kind != "hidden":
                return kind
    return None
