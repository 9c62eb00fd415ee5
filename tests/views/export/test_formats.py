"""Each export read back by another's parser: the same records, and text that stands where the export says."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import feedparser
import icalendar
import networkx as nx
import pytest
from pyld import jsonld

from sagwan.cli.app import run
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.views.export.bundle import bundle
from sagwan.views.export.formats import FORMATS
from sagwan.views.export.tables import tables
from sagwan.work.samples import sample_pages

# Properties of FollowTheMoney 4.11 that these schemas have, and those that they require.
FTM = {
    "Person": ({"name"}, set()),
    "Organization": ({"name"}, set()),
    "LegalEntity": ({"name"}, set()),
    "UnknownLink": ({"subject", "object", "role"}, {"subject", "object"}),
    "Payment": (
        {"payer", "beneficiary", "amount", "currency", "purpose", "date", "recordId"},
        {"payer", "beneficiary"},
    ),
}


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    path = tmp_path_factory.mktemp("ledger") / "보기.ledger"
    with sample_pages() as pages:
        chosen = [page for page in pages if Path(page).name[:2] in ("01", "03", "04", "06", "07")]
        assert run(["read", *chosen, "--ledger", str(path)]) == 0
    with reading(path) as db:
        return bundle(db, load_default())


def files(whole, name: str) -> dict[str, bytes]:
    return dict(next(one for one in FORMATS if one.name == name).write(whole))


def test_formats_are_told_apart_and_say_what_they_lose(whole):
    assert len({one.name for one in FORMATS}) == len(FORMATS)
    for one in FORMATS:
        assert one.loses
        assert dict(one.write(whole)) == dict(one.write(whole))


def test_csv(whole):
    found = files(whole, "csv")
    for table in tables(whole):
        rows = list(csv.DictReader(io.StringIO(found[f"{table.name}.csv"].decode("utf-8-sig"), newline="")))
        assert len(rows) == len(table.rows)
        assert all(set(row) == set(table.columns) for row in rows)
    deals = csv.DictReader(io.StringIO(found["deals.csv"].decode("utf-8-sig")))
    values = [Decimal(row["value"]) if row["value"] else None for row in deals]
    assert values == [deal.value for deal in whole.book.deals]


def test_parquet_by_duckdb(whole, tmp_path):
    for name, data in files(whole, "parquet").items():
        (tmp_path / name).write_bytes(data)
    for table in tables(whole):
        found = duckdb.read_parquet(str(tmp_path / f"{table.name}.parquet"))
        assert found.columns == list(table.columns)
        assert len(found.fetchall()) == len(table.rows)
    statements = duckdb.read_parquet(str(tmp_path / "statements.parquet"))
    assert statements.project("id, quote").fetchall() == [(word.id, word.quote) for word in whole.words]


def test_json_ld_by_pyld(whole):
    (data,) = files(whole, "jsonld").values()
    expanded = jsonld.expand(json.loads(data))
    types = {t for node in expanded for t in node.get("@type", ())}
    assert types <= {f"https://schema.org/{name}" for name in ("NewsArticle", "Claim", "Quotation")}
    texts = {
        node["@id"]: node["https://schema.org/text"][0]["@value"]
        for node in expanded
        if "https://schema.org/text" in node
    }
    assert texts == {f"urn:sagwan:{word.id}": word.quote for word in whole.words}
    named = {node["@id"] for node in expanded}
    homes = [node["https://schema.org/appearance"][0]["@id"] for node in expanded if "Claim" in node["@type"][0]]
    assert set(homes) <= named


def test_annotations_stand_on_their_characters(whole):
    (data,) = files(whole, "annotations").values()
    found = json.loads(data)
    texts = {f"urn:sha256:{id_}": chars for id_, chars in whole.texts.values()}
    assert found["total"] == len(found["first"]["items"]) == len(whole.words) + len(whole.deeds)
    for item in found["first"]["items"]:
        position, quote = item["target"]["selector"]
        chars = texts[item["target"]["source"]]
        assert chars[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in chars


def test_graphml_by_networkx(whole):
    (data,) = files(whole, "graphml").values()
    found = nx.parse_graphml(data.decode())
    assert {node for node, _ in found.nodes(data=True)} == {actor.key for actor in whole.graph.actors}
    for edge in whole.graph.edges:
        assert found.edges[edge.left, edge.right]["conflict_word"] == edge.conflict_word
        assert found.edges[edge.left, edge.right]["sign"] == edge.sign


def test_follow_the_money_fits_its_schemas(whole):
    (data,) = files(whole, "ftm").values()
    found = [json.loads(line) for line in data.splitlines()]
    ids = [one["id"] for one in found]
    assert len(ids) == len(set(ids))
    for one in found:
        has, needs = FTM[one["schema"]]
        assert needs <= set(one["properties"]) <= has
        ends = [v for key in needs for v in one["properties"][key]]
        assert set(ends) <= set(ids)
    assert {"Person", "UnknownLink"} <= {one["schema"] for one in found}


def test_icalendar(whole):
    (data,) = files(whole, "icalendar").values()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    events = icalendar.Calendar.from_ical(data).walk("VEVENT")
    exact = [one for one in whole.moments if one.basis == "event" and one.precision in ("day", "minute", "period")]
    assert [str(event["UID"]) for event in events] == [f"{one.event.id}@sagwan" for one in exact]
    for event, one in zip(events, exact, strict=True):
        assert event.decoded("DTSTART").strftime("%Y%m%d") == one.at[:10].replace("-", "")
        assert one.sentence in str(event["DESCRIPTION"])


@pytest.mark.parametrize("name", ["atom", "rss"])
def test_feeds(whole, name):
    (data,) = files(whole, name).values()
    found = feedparser.parse(data)
    assert not found.bozo
    days = ["-".join(f"{n:02}" for n in entry.updated_parsed[:3]) for entry in found.entries] if name == "atom" else []
    assert days == sorted(days, reverse=True)
    assert {entry.id for entry in found.entries} == {f"urn:sagwan:{one.event.id}" for one in whole.moments if one.at}


def test_the_command_writes_files_and_says_what_is_lost(tmp_path, capsys):
    path = tmp_path / "보기.ledger"
    with sample_pages() as pages:
        run(["read", pages[0], "--ledger", str(path)])
    capsys.readouterr()
    assert run(["export", "csv", "--to", str(tmp_path / "out"), "--ledger", str(path), "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["loses"]
    assert all(Path(one["file"]).stat().st_size == one["bytes"] for one in answer["files"])
    assert run(["export", "docx", "--ledger", str(path)]) == 2
