"""The signed graph: edges, turns, camps and balance, from records in any order."""

import random
from fractions import Fraction
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from sagwan.lexicon import load_default
from sagwan.views.graph.balance import balance
from sagwan.views.graph.camps import camps
from sagwan.views.graph.edges import Edge, Quarter
from sagwan.views.graph.graph import graph_of


def graph(stage, least=1):
    return graph_of(stage.deeds, stage.words, stage.cast, load_default(), least=least)


def edge(left: str, right: str, plus: int, minus: int) -> Edge:
    return Edge(left, right, (plus > minus) - (plus < minus), plus, 0, minus, 0, (), ())


def named(found, key):
    return next(actor.name for actor in found.actors if actor.key == key)


def test_an_edge_counts_what_was_done_by_word_and_by_deed(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-08-01"}
    stage.deed("law.sue", "한빛물산", "누리전자", 10)
    stage.deed("talk.criticise", "누리전자", "한빛물산", 40)
    stage.deed("deal.invest", "누리전자", "한빛물산", 10, "b", status="planned")
    stage.deed("deal.supply", "누리전자", "한빛물산", 40, "b", time="2026-02")
    found = graph(stage)
    (one,) = found.edges
    assert (one.sign, one.cooperation_word, one.cooperation_deed) == (-1, 0, 1)
    assert one.conflict == 2
    assert one.quarters == (Quarter("2026-Q1", 1, 0), Quarter("2027-Q2", 0, 2))
    assert [actor.name for actor in found.actors] == ["누리전자", "한빛물산"]
    assert graph(stage, least=4).edges == ()


def test_from_foes_to_friends(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-05-01", "c": "2027-11-11"}
    stage.deed("talk.criticise", "누리전자", "한빛물산", 10)
    stage.deed("law.sue", "한빛물산", "누리전자", 10, "b")
    peace = stage.deed("deal.joint", "한빛물산", "누리전자", 10, "c")
    stage.deed("deal.joint", "한빛물산", "가온상사", 40, "c")
    found = graph(stage)
    turned = [(turn.at, turn.sign, turn.evidence.id) for edge in found.edges for turn in edge.turns]
    assert turned == [("2027-11-11", 1, peace.id)]


def test_one_word_turns_nothing(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-05-01"}
    stage.deed("law.sue", "한빛물산", "누리전자", 10)
    stage.deed("talk.praise", "한빛물산", "누리전자", 10, "b")
    assert [edge.turns for edge in graph(stage).edges] == [()]


def test_camps_stand_together_and_against_others():
    together = [edge(a, b, 2, 0) for camp in ("abc", "xyz") for a, b in zip(camp, camp[1:] + camp[0], strict=True)]
    ordered = [edge(min(e.left, e.right), max(e.left, e.right), 2, 0) for e in together]
    found = camps([*ordered, edge("a", "x", 0, 3), edge("b", "y", 1, 2)])
    assert found.camps == (("a", "b", "c"), ("x", "y", "z"))


def test_a_common_enemy_alone_makes_no_camp():
    assert all(len(camp) == 1 for camp in camps([edge("a", "x", 0, 3), edge("b", "x", 0, 3)]).camps)


@st.composite
def signed_graphs(draw):
    nodes = "abcdef"
    pairs = [(a, b) for a in nodes for b in nodes if a < b]
    weights = draw(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=15, max_size=15))
    return [edge(*pair, *weight) for pair, weight in zip(pairs, weights, strict=True) if any(weight)]


def modularity(edges, camp):
    """By the definition, with fractions."""
    nodes = sorted(camp)
    value, whole = Fraction(0), 0
    for sign, weigh in ((1, lambda e: e.cooperation), (-1, lambda e: e.conflict)):
        weight = {frozenset((e.left, e.right)): weigh(e) for e in edges}
        strength = {n: sum(w for pair, w in weight.items() if n in pair) for n in nodes}
        total = sum(strength.values())
        whole += total
        for i, j in product(nodes, nodes):
            if camp[i] == camp[j]:
                chance = Fraction(strength[i] * strength[j], total or 1)
                value += sign * ((weight.get(frozenset((i, j)), 0) if i != j else 0) - chance)
    return value / (whole or 1)


@settings(max_examples=60, deadline=None)
@given(signed_graphs(), st.randoms(use_true_random=False))
def test_camps_are_of_no_order_and_no_joining_betters_them(edges, rng):
    found = camps(edges)
    camp = {key: n for n, members in enumerate(found.camps) for key in members}
    if edges:
        assert found.modularity == modularity(edges, camp)
    shuffled = edges[:]
    rng.shuffle(shuffled)
    assert camps(shuffled) == found
    friends = {(camp[e.left], camp[e.right]) for e in edges if e.cooperation}
    for one, other in friends:
        joined = {key: one if n == other else n for key, n in camp.items()}
        assert modularity(edges, joined) <= found.modularity


def test_the_friend_of_a_foe():
    triad = [edge("a", "b", 1, 0), edge("b", "c", 1, 0), edge("a", "c", 0, 1)]
    found = balance([*triad, edge("a", "d", 0, 1), edge("b", "d", 0, 2), edge("c", "d", 1, 1)])
    assert (found.triads, found.balanced) == (2, 1)
    assert [(triad.actors, triad.against) for triad in found.unbalanced] == [(("a", "b", "c"), 1)]


def test_no_order_of_the_records_is_in_it(stage):
    stage.published |= {"a": "2027-04-06", "b": "2027-05-01"}
    for n, (one, other) in enumerate([("가온", "나래"), ("나래", "다솜"), ("가온", "다솜"), ("다솜", "가온")]):
        stage.deed(("law.sue", "deal.joint")[n % 2], one, other, 10 * n, "ab"[n % 2])
    expected = graph(stage)
    for seed in range(5):
        random.Random(seed).shuffle(stage.deeds)
        assert graph(stage) == expected
