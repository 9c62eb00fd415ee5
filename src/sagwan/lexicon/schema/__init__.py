"""The strict shape of each family of files: folder → table name → entry type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sagwan.lexicon.schema.check import Check
from sagwan.lexicon.schema.cue import Channel, Connector, Cue, SourceWord, SpeechNoun, Tone, Turn, View
from sagwan.lexicon.schema.frame import Frame, Idiom, Postposition, Reference, Shape, StatusCue
from sagwan.lexicon.schema.identity import IdentityRule, Office, Seat, Sound
from sagwan.lexicon.schema.item import Act, Cause, Move, Opposite, Saying, Stem, Wording
from sagwan.lexicon.schema.layout import Credit, Furniture, Markup, Press, Section, Sky, Stamp, Tail, Writer
from sagwan.lexicon.schema.name import (
    Appointment,
    Belonging,
    Department,
    Ending,
    Group,
    Known,
    Municipality,
    NoName,
    Pronoun,
    Sense,
    Sort,
    Syllables,
)
from sagwan.lexicon.schema.outlet import Outlet
from sagwan.lexicon.schema.reason import RuleName
from sagwan.lexicon.schema.relation import ActClass, Bearing, Denial, Part, Payment, Retreat, Settlement
from sagwan.lexicon.schema.search import Contrary
from sagwan.lexicon.schema.title import Title
from sagwan.lexicon.schema.value import (
    Currency,
    Follower,
    Holiday,
    Modifier,
    NumeralWord,
    RankWord,
    TenseCue,
    TimeWord,
    Unit,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sagwan.lexicon.schema.entry import Entry

FAMILIES: Mapping[str, Mapping[str, type[Entry]]] = {
    "frames": {"frame": Frame, "idiom": Idiom, "shape": Shape},
    "status": {"status": StatusCue, "postposition": Postposition, "reference": Reference},
    "outlets": {"outlet": Outlet},
    "layout": {
        "furniture": Furniture,
        "stamp": Stamp,
        "writer": Writer,
        "credit": Credit,
        "sky": Sky,
        "section": Section,
        "press": Press,
        "tail": Tail,
        "markup": Markup,
    },
    "titles": {"title": Title},
    "relations": {
        "class": ActClass,
        "bearing": Bearing,
        "payment": Payment,
        "part": Part,
        "retreat": Retreat,
        "denial": Denial,
        "settlement": Settlement,
    },
    "items": {
        "stem": Stem,
        "saying": Saying,
        "wording": Wording,
        "act": Act,
        "move": Move,
        "cause": Cause,
        "opposite": Opposite,
    },
    "search": {"contrary": Contrary},
    "identity": {"sound": Sound, "office": Office, "rule": IdentityRule, "seat": Seat},
    "checks": {"check": Check},
    "cues": {
        "cue": Cue,
        "noun": SpeechNoun,
        "source": SourceWord,
        "channel": Channel,
        "connector": Connector,
        "tone": Tone,
        "turn": Turn,
        "view": View,
    },
    "values": {
        "numeral": NumeralWord,
        "currency": Currency,
        "unit": Unit,
        "modifier": Modifier,
        "time": TimeWord,
        "holiday": Holiday,
        "follower": Follower,
        "rank": RankWord,
        "tense": TenseCue,
    },
    "names": {
        "known": Known,
        "ending": Ending,
        "sort": Sort,
        "municipality": Municipality,
        "group": Group,
        "syllables": Syllables,
        "no_name": NoName,
        "sense": Sense,
        "appointment": Appointment,
        "department": Department,
        "belonging": Belonging,
        "pronoun": Pronoun,
    },
    "reasons": {
        "rule": RuleName,
    },
}
