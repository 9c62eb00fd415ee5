"""Particles in every form say the same thing."""

import pytest

from sagwan.korean.kiwi import Morpheme, analyser
from sagwan.korean.particle import Case, canonical, case_of


@pytest.mark.parametrize(
    ("words", "form", "case"),
    [
        ("누리전자가 왔다", "이", Case.SUBJECT),
        ("한빛이 왔다", "이", Case.SUBJECT),
        ("총리께서 왔다", "께서", Case.SUBJECT),
        ("누리전자는 왔다", "은", Case.TOPIC),
        ("누리전자를 샀다", "을", Case.OBJECT),
        ("누리전자의 말", "의", Case.GENITIVE),
        ("한서린에게 주었다", "에게", Case.DATIVE),
        ("법원에서 말했다", "에서", Case.SOURCE),
        ("서울로 갔다", "으로", Case.DIRECTION),
        ("누리전자와 만났다", "과", Case.COMITATIVE),
        ("누리전자도 왔다", "도", Case.LIMIT),
    ],
)
def test_particle_marks_its_case(words: str, form: str, case: Case):
    (morphemes,) = analyser().analyse([(words, 0)])
    found = [(canonical(m.form), case_of(m)) for m in morphemes if case_of(m)]
    assert (form, case) in found


def test_a_noun_marks_nothing():
    assert case_of(Morpheme("누리", "NNP", 0, 2)) is None
