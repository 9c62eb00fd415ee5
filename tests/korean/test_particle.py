"""Particles in every form say the same thing."""

import pytest

from sagwan.korean.kiwi import analyser
from sagwan.korean.particle import canonical


@pytest.mark.parametrize(
    ("words", "form"),
    [
        ("누리전자가 왔다", "이"),
        ("한빛이 왔다", "이"),
        ("총리께서 왔다", "께서"),
        ("누리전자는 왔다", "은"),
        ("누리전자를 샀다", "을"),
        ("법원에서 말했다", "에서"),
        ("서울로 갔다", "으로"),
        ("누리전자와 만났다", "과"),
        ("누리전자도 왔다", "도"),
    ],
)
def test_a_particle_is_known_by_its_form_after_a_consonant(words: str, form: str):
    (morphemes,) = analyser().analyse([(words, 0)])
    assert form in [canonical(m.form) for m in morphemes if m.tag.startswith("J")]
