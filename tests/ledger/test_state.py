"""What two states of a ledger tell of what came between them."""

import pytest

from sagwan.ledger.state import arrived


def name(*keys: int) -> str:
    """As `state` names a ledger with these readings."""
    return f"{len(keys)}:{sum(key & 0xFFFFFFFF for key in keys)}:{sum(key >> 32 for key in keys)}:few"


OLD = (7, 1 << 33, (1 << 63) - 1)


@pytest.mark.parametrize("key", [1, 5_000_000_000, (1 << 62) + 12, 0xFFFFFFFF, (1 << 63) - 2])
def test_one_that_came_is_known_by_the_sums(key):
    assert arrived(name(*OLD), name(*OLD, key)) == frozenset((key,))
    assert arrived(name(), name(key)) == frozenset((key,))


def test_of_none_and_of_several():
    assert arrived(name(*OLD), name(*OLD).replace("few", "another ruling")) == frozenset()
    assert arrived(name(*OLD), name(*OLD, 12, 13)) is None
    assert arrived(name(*OLD), name(7, 1 << 33)) is None
    assert arrived(name(*OLD), name(*OLD[:2], 12)) is None, "another ledger of as many readings"
    assert arrived("", name(1)) is None, "a file that is on its way shows no state"
