"""Fifteen ways to spoil a proved item, and the codes by which a review must find each."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import msgspec

from sagwan.items.make import Made
from sagwan.items.model import Asks, Form, Item, Option, Said, Truth
from sagwan.items.prove.solver import Solver

replace = msgspec.structs.replace
SENTENCES = (Form.MATCH, Form.MISMATCH, Form.HEADLINE, Form.ACTOR)
LONG = (
    "이며, 그 자리에 있던 사람들도 이 일을 두고 오랫동안 여러 가지 이야기를 나누었고 "
    "뒤에 다시 모이기로 뜻을 모았다고 한다"
)
AGAIN = "남쪽 바다에 새 등대를 세우고 뱃길을 두 배로 넓히겠다"


@dataclass
class Workshop:
    solver: Solver
    text: dict[str, str]
    truths: list[tuple[str, Option]]


def put(item: Item, n: int, option: Option) -> Item:
    return replace(item, options=(*item.options[:n], option, *item.options[n + 1 :]))


def beside(item: Item) -> int:
    return (item.key + 1) % len(item.options)


def double(item: Item, shop: Workshop) -> Item | None:
    if item.form is not Form.MATCH:
        return None
    shown = {o.text for o in item.options}
    fit = [o for address, o in shop.truths if address == item.articles[0] and o.text not in shown]
    return put(item, beside(item), fit[0]) if fit else None


def none(item: Item, shop: Workshop) -> Item | None:
    if item.form is not Form.BLANK:
        return None
    return put(item, item.key, item.options[beside(item)])


def moved(item: Item, shop: Workshop) -> Item | None:
    return replace(item, key=beside(item)) if len(item.options) > 1 else None


def unsupported(item: Item, shop: Workshop) -> Item | None:
    said = next((o.claim for o in item.options if isinstance(o.claim, Said)), None)
    if said is None or item.form is not Form.MATCH:
        return None
    return put(item, beside(item), Option(f"{AGAIN}.", replace(said, content=AGAIN)))


def only(item: Item, shop: Workshop) -> Item | None:
    option = item.options[item.key]
    return put(item, item.key, replace(option, text=f"유일하게 {option.text}")) if item.form in SENTENCES else None


def unattributed(item: Item, shop: Workshop) -> Item | None:
    n = next((n for n, o in enumerate(item.options) if isinstance(o.claim, Said)), None)
    if n is None or item.form not in (Form.MATCH, Form.MISMATCH):
        return None
    option = item.options[n]
    assert isinstance(option.claim, Said)
    return put(item, n, replace(option, text=f"{option.claim.content}."))


def other_number(item: Item, shop: Workshop) -> Item | None:
    n = next((n for n, o in enumerate(item.options) if re.search(r"\d", o.text)), None)
    if n is None or item.form not in (*SENTENCES, Form.BLANK, Form.SUM):
        return None
    option = item.options[n]
    return put(
        item, n, replace(option, text=re.sub(r"\d", lambda m: str((int(m[0]) + 3) % 9 + 1), option.text, count=1))
    )


def turned(item: Item, shop: Workshop) -> Item | None:
    if item.form not in (Form.MATCH, Form.MISMATCH):
        return None
    n = next((n for n, o in enumerate(item.options) if o.text.endswith(("말했다.", "밝혔다."))), None)
    if n is None:
        return None
    option = item.options[n]
    return put(
        item,
        n,
        replace(
            option,
            text=f"{option.text[:-3]}하지 않았다."
            if option.text.endswith("말했다.")
            else f"{option.text[:-3]}히지 않았다.",
        ),
    )


def twice(item: Item, shop: Workshop) -> Item | None:
    if len(item.options) < 4:
        return None
    return put(item, (item.key + 2) % len(item.options), item.options[beside(item)])


def long_key(item: Item, shop: Workshop) -> Item | None:
    option = item.options[item.key]
    return (
        put(item, item.key, replace(option, text=option.text.rstrip(".다") + LONG)) if item.form in SENTENCES else None
    )


def hedged(item: Item, shop: Workshop) -> Item | None:
    if item.form not in SENTENCES or item.asks is not Asks.TRUE:
        return None
    option = item.options[item.key]
    return put(item, item.key, replace(option, text=f"아마 {option.text}"))


def echoed(item: Item, shop: Workshop) -> Item | None:
    if item.form not in (Form.SPEAKER, Form.BLANK, Form.ACTOR):
        return None
    return replace(item, stem=f"{item.options[item.key].text} — {item.stem}")


def again(item: Item, shop: Workshop) -> Item | None:
    if len(item.options) < 4:
        return None
    return replace(item, options=item.options[::-1], key=len(item.options) - 1 - item.key)


def hurtful(item: Item, shop: Workshop) -> Item | None:
    return replace(item, box=(*item.box, "성추행 피해자인 중학생의 유족이 법원에 나왔다."))


def copied(item: Item, shop: Workshop) -> Item | None:
    """The key a sentence of the article word for word, no other option one."""
    if item.form is not Form.MATCH:
        return None
    text = shop.text[item.articles[0]]
    sentences = [
        s.strip() for s in re.split(r"(?<=다\.)\s", text) if 20 <= len(s) <= 70 and "“" not in s and '"' not in s
    ]
    others = [o.text for n, o in enumerate(item.options) if n != item.key]
    if not sentences or any(o.strip(".") in text for o in others):
        return None
    return put(item, item.key, replace(item.options[item.key], text=sentences[0]))


FLAWS: dict[str, tuple[Callable[[Item, Workshop], Item | None], tuple[str, ...]]] = {
    "답이 둘": (double, ("key.double",)),
    "답이 없음": (none, ("key.none",)),
    "답이 다른 것": (moved, ("key.other",)),
    "기록에 없는 선택지": (unsupported, ("key.unsupported",)),
    "유일하게": (only, ("words.only", "clue.absolute")),
    "주장을 사실로": (unattributed, ("words.voice",)),
    "말과 주장의 수가 다름": (other_number, ("words.content", "words.shown")),
    "말과 주장의 긍정·부정이 다름": (turned, ("words.polarity",)),
    "같은 선택지 둘": (twice, ("words.twice", "overlap.options")),
    "답만 김": (long_key, ("clue.length",)),
    "답만 여지를 둠": (hedged, ("clue.hedge",)),
    "발문에 답이 있음": (echoed, ("clue.echo",)),
    "은행에 있는 문항": (again, ("similar.item",)),
    "사람을 다치게 할 내용": (hurtful, ("sensitive.minor", "sensitive.victim")),
    "답만 글 그대로": (copied, ("overlap.text",)),
}


def spoiled(made: list[Made], shop: Workshop, each: int) -> Iterator[tuple[str, Item, Item]]:
    """The flaw's name, the sound item, the spoiled one: so many of each flaw, over as many articles as can be."""
    for name, (spoil, _) in FLAWS.items():
        done = 0
        for one in made:
            flawed = spoil(one.item, shop)
            if flawed is not None and done < each:
                done += 1
                yield name, one.item, flawed


def truths_of(made: list[Made], solver: Solver) -> list[tuple[str, Option]]:
    return [
        (one.item.articles[0], option)
        for one in made
        if one.item.form in (Form.MATCH, Form.MISMATCH)
        for option in one.item.options
        if solver.judge(option.claim).truth is Truth.TRUE
    ]
