"""The signed graph as GraphML, and the ledger's people, links and payments as FollowTheMoney entities."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import msgspec

from sagwan.views.times import precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sagwan.views.deals.deal import Deal
    from sagwan.views.export.bundle import Bundle
    from sagwan.views.graph.edges import Edge

_NS = "http://graphml.graphdrawing.org/xmlns"
_KEYS = (
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("camp", "node", "int"),
    ("sign", "edge", "int"),
    ("cooperation_word", "edge", "int"),
    ("cooperation_deed", "edge", "int"),
    ("conflict_word", "edge", "int"),
    ("conflict_deed", "edge", "int"),
    ("weight", "edge", "int"),
)


def as_graphml(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """Nodes with name, kind and camp; undirected edges with the four counts; `weight` is cooperation less conflict."""
    root = ET.Element("graphml", xmlns=_NS)
    for name, of_what, kind in _KEYS:
        ET.SubElement(root, "key", {"id": name, "for": of_what, "attr.name": name, "attr.type": kind})
    net = ET.SubElement(root, "graph", id="sagwan", edgedefault="undirected")
    for actor in of.graph.actors:
        node = ET.SubElement(net, "node", id=actor.key)
        _data(node, {"name": actor.name, "kind": of.kinds.get(actor.key), "camp": actor.camp})
    for edge in of.graph.edges:
        _data(ET.SubElement(net, "edge", source=edge.left, target=edge.right), _counts(edge))
    ET.indent(root)
    yield "graph.graphml", ET.tostring(root, encoding="utf-8", xml_declaration=True)


def _counts(edge: Edge) -> dict[str, int | str | None]:
    return {
        "sign": edge.sign,
        "cooperation_word": edge.cooperation_word,
        "cooperation_deed": edge.cooperation_deed,
        "conflict_word": edge.conflict_word,
        "conflict_deed": edge.conflict_deed,
        "weight": edge.cooperation - edge.conflict,
    }


def _data(of: ET.Element, values: Mapping[str, int | str | None]) -> None:
    for key, value in values.items():
        if value is not None:
            ET.SubElement(of, "data", key=key).text = str(value)


class _Entity(msgspec.Struct, frozen=True):
    """An entity of FollowTheMoney 4: its id, its schema, its properties, each a list of strings."""

    id: str
    schema: str
    properties: dict[str, list[str]]


_SCHEMAS = {"person": "Person", "org": "Organization"}


def as_follow_the_money(of: Bundle) -> Iterator[tuple[str, bytes]]:
    """JSON lines: Person, Organization or LegalEntity, UnknownLink for a tie, Payment for what is told as paid."""
    lines = (msgspec.json.encode(one) for one in sorted(_entities(of), key=lambda one: one.id))
    yield "entities.ftm.json", b"".join(line + b"\n" for line in lines)


def _entities(of: Bundle) -> Iterable[_Entity]:
    known: dict[str, _Entity] = {}
    for actor in of.graph.actors:
        known[actor.name] = _party(actor.key, actor.name, of.kinds.get(actor.key))
    for deal in of.book.deals:
        for name in (name for end in deal.ends[:2] for name in end):
            if name not in known:
                known[name] = _party(name, name, None)
    yield from known.values()
    names = {actor.key: actor.name for actor in of.graph.actors}
    for edge in of.graph.edges:
        role = {1: "협력", -1: "갈등", 0: "협력과 갈등"}[edge.sign]
        one, other = known[names[edge.left]].id, known[names[edge.right]].id
        yield _made("UnknownLink", {"subject": one, "object": other, "role": role})
    for deal in of.book.deals:
        if deal.stage == "paid" and deal.payer and deal.payee:
            yield _payment(deal, *([known[name].id for name in end] for end in deal.ends[:2]))


def _party(key: str, name: str, kind: str | None) -> _Entity:
    id_ = f"sagwan-{hashlib.sha256(key.encode()).hexdigest()[:20]}"
    return _Entity(id_, _SCHEMAS.get(kind or "", "LegalEntity"), {"name": [name]})


def _payment(deal: Deal, payer: list[str], beneficiary: list[str]) -> _Entity:
    day = next((r.at for r in deal.reports if precision(r.at) in ("day", "month", "year")), None)
    return _made(
        "Payment",
        {
            "payer": payer,
            "beneficiary": beneficiary,
            "amount": format(deal.value, "f") if deal.value is not None else None,
            "currency": deal.currency,
            "purpose": " ".join(filter(None, (deal.matter, deal.purpose))),
            "date": day,
            "recordId": deal.reports[0].event.id,
        },
    )


def _made(schema: str, values: Mapping[str, str | list[str] | None]) -> _Entity:
    properties = {key: [told] if isinstance(told, str) else told for key, told in values.items() if told is not None}
    seed = schema + "".join(f"\n{key}={','.join(told)}" for key, told in sorted(properties.items()))
    return _Entity(f"sagwan-{hashlib.sha256(seed.encode()).hexdigest()[:20]}", schema, properties)
