"""Every view of the pages against what a careful reader of them knows."""

import random
from decimal import Decimal
from pathlib import Path

import msgspec
import pytest
from tests.corpus.stories.conftest import ledger_of
from tests.corpus.stories.press import pages, pieces

from sagwan.core.errors import SagwanError
from sagwan.ledger.connect import reading
from sagwan.lexicon import load_default
from sagwan.views.deals.book import deals
from sagwan.views.disputes.disputes import disputes
from sagwan.views.graph.graph import graph
from sagwan.views.reversals.reversals import reversals
from sagwan.views.search.find import Narrow, Within, search
from sagwan.views.threads.stories import threads
from sagwan.views.ties.ties import ties
from sagwan.views.timeline import timeline

PAGES = 74
OUTLETS = 7


def names(cited):
    return {Path(one.place.source).stem for one in cited}


def says(position, speaker, words):
    told = (position.evidence, *position.again)
    return speaker in (None, position.speaker) and any(words in one.quote for one in told)


def is_dispute(one, known):
    (speaker, words), denials = known["claim"], known["denials"]
    sides = [p for p in one.positions if p.part == "claim"]
    others = [p for p in one.positions if p.part != "claim"]
    return any(says(p, speaker, words) for p in sides) and any(says(p, *denial) for p in others for denial in denials)


def dispute_answers(found, known):
    """Each denial, each third position and each outcome is one answer."""
    for one in known:
        match = next((d for d in found if is_dispute(d, one)), None)
        positions = match.positions if match else ()
        for denial in one["denials"]:
            yield f"부인 {denial}", any(says(p, *denial) for p in positions if p.part in ("denial", "reply"))
        if "third" in one:
            told = any(says(p, *one["third"]) for p in positions if p.part == "third")
            yield f"다른 이 {one['third']}", told
        yield f"매듭 {one['claim']} {one['state']}", match is not None and match.state == one["state"]


def is_reversal(one, known):
    same = one.speaker == known["speaker"] and one.basis == known["basis"]
    sides = ((one.before, known["before"]), (one.after, known["after"]))
    return same and all(any(words in c.quote + (c.sentence or "") for c in cited) for cited, words in sides)


def reversal_answers(found, known):
    for one in known:
        yield f"{one}", any(is_reversal(reversal, one) for reversal in found)


def is_deal(one, known):
    payer, other = known["ends"]
    value = Decimal(known["value"]) if "value" in known else None
    ends = one.payer == payer and other in (one.payee, one.matter)
    differs = set(known.get("differs", ())) <= {report.differs for report in one.reports}
    return ends and one.value == value and one.stage == known["stage"] and differs


def is_moment(one, known):
    event = one.event
    who = event.actor == known["actor"] and event.target == known.get("target")
    reports = {Path(event.place.source).stem} | names(one.again)
    told = set(known.get("reports", ())) <= reports and one.basis == known.get("basis", "event")
    return who and known["action"] in event.action and one.at == known["at"] and told


def book_answers(book, known):
    rates = {rate.pair: rate for rate in book.rates}
    for one in known["deal"]:
        yield f"{one}", any(is_deal(deal, one) for deal in book.deals)
    flows = {((f.source, f.target), f.currency, f.stage): f.value for f in book.flows}
    for one in known["flow"]:
        yield f"흐름 {one}", flows.get((tuple(one["ends"]), one["currency"], one["stage"])) == Decimal(one["value"])
    totals = {(total.currency, total.stage): total.value for total in book.totals}
    for one in known["total"]:
        yield f"더한 돈 {one}", totals.get((one["currency"], one["stage"])) == Decimal(one["value"])
    for one in known["rate"]:
        rate = rates[one["pair"]]
        spread = {key: str(getattr(rate, key)) for key in ("low", "median", "high") if key in one}
        implied = {str(pair.rate) for pair in rate.implied}
        yield (
            f"환율 {one}",
            set(one.get("rates", implied)) == implied and all(one[key] == v for key, v in spread.items()),
        )


def tie_answers(db, lexicon, known):
    for one in known:
        try:
            found = ties(db, tuple(one["names"]), lexicon)
        except SagwanError:  # nobody has one of the names
            yield f"{one}", False
            yield from ((f"{act} {one}", False) for act in one["acts"])
            continue
        yield f"{one['names']} {one['lean']}", found.lean == one["lean"]
        told = {(act.actor, act.target, act.label) for act in found.acts}
        for act in one["acts"]:
            yield f"{act}", any(act[:2] == [a, b] and act[2] in label for a, b, label in told)


def graph_answers(found, known):
    name = {actor.key: actor.name for actor in found.actors}
    edges = {frozenset((name[e.left], name[e.right])): e for e in found.edges}
    for one in known["edge"]:
        edge = edges.get(frozenset(one["names"]))
        yield f"사이 {one}", edge is not None and edge.sign == one["sign"]
    for one in known["no_edge"]:
        yield f"사이 없음 {one}", frozenset(one["names"]) not in edges
    for one in known["turn"]:
        edge = edges.get(frozenset(one["names"]))
        turns = [(turn.at, turn.sign) for turn in edge.turns] if edge else []
        yield f"돌아섬 {one} {turns}", (one["at"], one["sign"]) in turns
    camps = [{name[key] for key in camp} for camp in found.camps]
    for one in known["camp"]:
        yield f"진영 {one['names']}", any(set(one["names"]) <= camp for camp in camps)
    for one in known["apart"]:
        yield f"다른 진영 {one['names']}", not any(set(one["names"]) <= camp for camp in camps)


def stem(place):
    return Path(place.source).stem


def thread_answers(found, known):
    """Which pages tell one story, which copy which, and who told first."""
    homes = {stem(telling.place): n for n, thread in enumerate(found) for telling in thread.tellings}
    pages_at = {telling.place.address: stem(telling.place) for thread in found for telling in thread.tellings}
    for one in known["story"]:
        yield f"이슈 {one}", len({homes.get(page, page) for page in one["pages"]}) == 1
    for one in known["unlike"]:
        yield f"다른 이슈 {one['pages']}", len({homes.get(page, page) for page in one["pages"]}) == len(one["pages"])
    copies = {stem(t.place): pages_at.get(t.copy_of) for thread in found for t in thread.tellings}
    for piece in pieces().values():
        for outlet in piece.copies:
            yield f"베낌 {piece.id}", copies.get(f"{piece.id}_{outlet}") == piece.id
    for one in known["first"]:
        facts = found[homes[one["pages"][0]]].facts if one["pages"][0] in homes else ()
        firsts = {stem(fact.first.place) for fact in facts if told_in(one, fact)}
        yield f"먼저 {one} {firsts}", firsts == {one["by"]}


def told_in(one, fact):
    """Whether the fact is that of the answer: its act, told by one of the pages."""
    stems = {stem(cited.place) for cited in (fact.first, *fact.after)}
    group = one["pages"][0].partition("_")[0]
    about = any(page.startswith(f"{group}_") for page in stems)
    return about and one["action"] in (fact.first.sentence or "")


def search_answers(db, lexicon, known):
    for one in known["search"]:
        keys = ("actor", "speaker", "outlet", "since", "stance")
        narrow = Narrow(**{k: one[k] for k in keys if k in one}, within=Within(one.get("within", "articles")))
        found = search(db, lexicon, one["query"], narrow, limit=100)
        yield f"찾기 {one}", {stem(hit.place) for hit in found.hits} == set(one["pages"])


def timeline_answers(moments, known):
    for one in known["moment"]:
        yield f"{one}", any(is_moment(moment, one) for moment in moments)
    for one in known["undated"]:
        yield f"{one}", undated(moments, one)


ANSWERS = {
    "disputes": lambda db, lexicon, known: dispute_answers(disputes(db, lexicon), known["dispute"]),
    "reversals": lambda db, lexicon, known: reversal_answers(reversals(db, lexicon), known["reversal"]),
    "deals": lambda db, lexicon, known: book_answers(deals(db, lexicon), known),
    "timeline": lambda db, lexicon, known: timeline_answers(timeline(db), known),
    "graph": lambda db, lexicon, known: graph_answers(graph(db, lexicon), known),
    "ties": lambda db, lexicon, known: tie_answers(db, lexicon, known["tie"]),
    "threads": lambda db, lexicon, known: thread_answers(threads(db, lexicon), known),
    "search": search_answers,
}
VIEWS = tuple(ANSWERS)


def view(name, db, lexicon, known):
    """What is known of a view, and whether the view says it."""
    return list(ANSWERS[name](db, lexicon, known))


def undated(found, known):
    """Dated by others at most, and never by the day of the visit."""
    mine = [m for m in found if Path(m.event.place.source).stem == known["page"] and known["action"] in m.event.action]
    return all(m.known == known["known"] or m.at is not None for m in mine)


def test_the_corpus_is_what_it_says():
    assert len(pages()) == PAGES
    outlets = {outlet for piece in pieces().values() for outlet in (piece.outlet, *piece.copies)}
    assert len(outlets) == OUTLETS
    days = sorted(piece.day for piece in pieces().values() if piece.day)
    assert (days[0][:4], days[-1][:4]) == ("2028", "2031")


@pytest.mark.parametrize("name", VIEWS)
def test_a_view_says_what_is_known(name, stories, answers):
    """All that is known, save what the reading of a page is known to miss (`gap` says what)."""
    db, lexicon = stories
    told = view(name, db, lexicon, answers)
    assert told
    assert [what for what, right in told if not right and "gap" not in what] == []


def test_no_false_dispute_or_reversal(stories, answers):
    db, lexicon = stories
    known = answers["dispute"]
    assert [one.positions for one in disputes(db, lexicon) if not any(is_dispute(one, k) for k in known)] == []
    turned = reversals(db, lexicon)
    assert [one for one in turned if not any(is_reversal(one, k) for k in answers["reversal"])] == []


def test_an_answer_about_one_is_that_of_the_whole(stories, answers):
    db, lexicon = stories
    whole = disputes(db, lexicon)
    for known in answers["dispute"]:
        speaker, _ = known["claim"]
        told = [one.state for one in disputes(db, lexicon, speaker) if is_dispute(one, known)]
        assert told == [one.state for one in whole if is_dispute(one, known)]


def test_nothing_is_dated_by_the_visit(stories):
    db, _ = stories
    assert not [one for one in timeline(db) if one.at and one.at.startswith("2029-12-20")]


def answer(path):
    with reading(path) as db:
        lexicon = load_default()
        found = (disputes(db, lexicon), reversals(db, lexicon), deals(db, lexicon), timeline(db), graph(db, lexicon))
        more = (threads(db, lexicon), search(db, lexicon, "과징금"))
        return msgspec.json.encode((found, ties(db, ("들꽃소재", "온새미에너지"), lexicon), more))


def test_the_order_of_the_pages_is_in_no_answer(rows, tmp_path):
    expected = answer(ledger_of(rows, tmp_path / "0.ledger"))
    for seed in (1, 2):
        shuffled = random.Random(seed).sample(rows, len(rows))
        assert answer(ledger_of(shuffled, tmp_path / f"{seed}.ledger")) == expected
