"""What is asked of one name is what the whole ledger says of it: every view, every name of the sample pages."""

from itertools import combinations

import pytest

from sagwan.ledger import query
from sagwan.ledger.store import open_store
from sagwan.lexicon import load_default
from sagwan.views.deals.book import deals
from sagwan.views.disputes.disputes import disputes
from sagwan.views.dossier import dossier
from sagwan.views.index.open import open_index
from sagwan.views.index.scene import whole
from sagwan.views.money import money
from sagwan.views.reversals.reversals import reversals
from sagwan.views.said import said_by
from sagwan.views.ties.ties import tie_between, ties
from sagwan.views.timeline import timeline
from sagwan.work.keep import rows_of
from sagwan.work.outcome import Read
from sagwan.work.reader import Reader
from sagwan.work.samples import sample_pages
from sagwan.work.settings import Settings


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    """The sample pages in a ledger of their own, open for questions."""
    path = tmp_path_factory.mktemp("named") / "a.ledger"
    reader = Reader.load(Settings().max_bytes)
    with sample_pages() as pages, open_store(path) as store:
        for page in pages:
            if isinstance(read := reader.read(page), Read):
                store.keep(rows_of(read, reader.run))
    with open_index(path, load_default()) as opened:
        yield opened


@pytest.fixture(scope="module")
def scene(index):
    return whole(index)


@pytest.fixture(scope="module")
def names(scene):
    found = sorted(scene.cast.bearers)
    assert len(found) > 30
    return found


def called(scene, name):
    """All names that the articles give to whoever goes by one."""
    who = scene.cast.bearers[name]
    return {scene.cast.names[id_] for id_, person in scene.cast.person.items() if person in who}


def in_it(scene, deed, name):
    who = scene.cast.bearers[name]
    return any(scene.cast.person[id_] in who for role in ("actor", "target") if (id_ := deed.who(role)) is not None)


def test_disputes(index, scene, names):
    told = disputes(index.db, index.lexicon)
    assert told
    for name in names:
        mine = called(scene, name)
        kept = tuple(one for one in told if any(p.speaker in mine for p in one.positions))
        assert disputes(index.db, index.lexicon, name) == kept, name


def test_reversals(index, scene, names):
    told = reversals(index.db, index.lexicon)  # the sample pages have none: nobody is given one either
    for name in names:
        kept = tuple(one for one in told if one.speaker in called(scene, name))
        assert reversals(index.db, index.lexicon, name) == kept, name


def test_deals(index, scene, names):
    told = deals(index.db, index.lexicon).deals
    assert told
    for name in names:
        kept = tuple(one for one in told if called(scene, name) & {one.payer, one.payee, one.matter})
        assert deals(index.db, index.lexicon, name).deals == kept, name


def test_the_timeline(index, scene, names):
    told = timeline(index.db)
    assert len(told) > 20
    for name in names:
        mine = {deed.id for deed in scene.deeds if in_it(scene, deed, name)}
        wanted = [(m.at, m.basis, ids) for m in told if (ids := reports(m) & mine)]
        found = [(m.at, m.basis, reports(m)) for m in timeline(index.db, name)]
        assert sorted(found, key=in_order) == sorted(wanted, key=in_order), name


def in_order(told):
    at, basis, ids = told
    return str(at), str(basis), sorted(ids)


def reports(moment):
    return frozenset((moment.event.id, *(cited.id for cited in moment.again)))


def test_statements_and_sums(index, scene, names):
    for name in names:
        who = scene.cast.bearers[name]
        wanted = {
            word.id
            for word in scene.words
            if (word.speaker is not None and scene.cast.person[word.speaker] in who) or word.label == name
        }
        assert {one.id for one in said_by(index.db, name)} == wanted, name
        summed = [deed for deed in scene.deeds if deed.amount is not None and in_it(scene, deed, name)]
        sums = {f"{deed.told.place.address}:money:{deed.amount}" for deed in summed}
        assert {one.id for one in money(index.db, name)} == sums, name


def test_dossiers(index, scene, names):
    for name in names:
        found, who = dossier(index.db, name), scene.cast.bearers[name]
        seen = {id_ for id_, person in scene.cast.person.items() if person in who}
        assert found.bearers == len(who)
        assert set(found.names) >= {scene.cast.names[id_] for id_ in seen}
        assert found.moments == timeline(index.db, name)
        assert found.statements == tuple(said_by(index.db, name))


def test_ties(index, scene):
    """Of all pairs between whom an act is told."""
    pairs = sorted({pair for deed in scene.deeds for pair in combinations(sorted(id_ for _, id_ in deed.roles), 2)})
    asked = {(scene.cast.names[a], scene.cast.names[b]) for a, b in pairs}
    asked = {(a, b) for a, b in asked if not scene.cast.bearers[a] & scene.cast.bearers[b]}
    assert len(asked) > 10
    for pair in sorted(asked):
        wanted = tie_between(pair, scene.deeds, scene.words, scene.cast, index.lexicon, wording=scene.wording)
        assert ties(index.db, pair, index.lexicon) == wanted, pair


def test_what_hangs_on_statements_is_theirs(index):
    """A statement names whom it is about however it was chosen."""
    everyone = {one.id: one.about for one in query.said(index.db)}
    assert any(everyone.values())
    for one in said_by(index.db):
        assert one.about == everyone[one.id]
