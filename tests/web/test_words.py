"""Every word of the interface is used, and every word that is used is there, in both languages."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from sagwan.views.bearing import Standing
from sagwan.web.words import LANGUAGES, keys, words_in

USED = re.compile(r"""_\(["']([a-z_]+\.[a-z_]+)["'](?:, |\))""")
# Keys that no template names: they are made of what an answer holds.
BY_CODE = ("time.", "time_type.", "status.", "bar.", "refusal.")
MADE = re.compile(r"""_\(["']([a-z_]+\.)["'] ~ """)


def templates() -> str:
    folder = files("sagwan.web").joinpath("templates")
    return "".join(one.read_text("utf-8") for one in folder.iterdir() if one.name.endswith(".html"))


def test_every_word_is_there_and_used():
    text = templates()
    used, families = set(USED.findall(text)), tuple(MADE.findall(text))
    assert not used - keys()
    spoken = {key for key in keys() if key in used or key.startswith((*families, *BY_CODE))}
    assert sorted(keys() - spoken) == []


def test_both_languages_take_the_same_parts():
    for key in keys():
        said = [set(re.findall(r"{(\w+)}", words_in(language)._said(key))) for language in LANGUAGES]
        assert said[0] == said[1], key


@pytest.mark.parametrize("standing", list(Standing))
def test_every_standing_has_a_name(standing):
    assert words_in("ko")(f"standing.{standing.value}")
