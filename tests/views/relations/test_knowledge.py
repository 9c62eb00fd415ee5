"""What the lexicon says of relations fits what it says of frames and stances."""

from sagwan.core.statement import Stance
from sagwan.lexicon import load_default
from sagwan.lexicon.schema.frame import Frame, Shape
from sagwan.lexicon.schema.relation import ActClass, Bearing, Payment


def test_every_class_of_a_frame_has_an_entry_and_every_entry_a_frame():
    lexicon = load_default()
    used = {frame.plover for frame in lexicon.all(Frame) if frame.plover}
    assert used == {one.plover for one in lexicon.all(ActClass)}


def test_bearings_are_of_stances():
    stances = [one.stance for one in load_default().all(Bearing)]
    assert set(stances) <= set(Stance)
    assert len(stances) == len(set(stances))


def test_payments_name_frames_and_their_roles():
    lexicon = load_default()
    frames = {frame.id: frame for frame in lexicon.all(Frame)}
    shapes = {shape.id: shape for shape in lexicon.all(Shape)}
    named = [(one, frame) for one in lexicon.all(Payment) for frame in one.frames]
    assert len({frame for _, frame in named}) == len(named)
    for one, id_ in named:
        frame = frames[id_]
        roles = {role.name for role in (*shapes[frame.shape].role, *frame.role)}
        assert {one.payer, one.payee, one.matter} - {None} <= roles, id_
