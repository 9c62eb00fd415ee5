"""Verb frames: what can be done to whom, and the words that say whether it was done."""

from __future__ import annotations

from typing import Literal

import msgspec

from sagwan.lexicon.schema.entry import Entry

Effect = Literal[
    "happened",
    "planned",
    "requested",
    "claimed",
    "denied",
    "refused",
    "possible",
    "conditional",
    "negated",
    "dropped",
    "stopped",
    "neutral",
    "shared",
    "open",
]


class FrameRole(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A role of a frame: the particles that mark it (in the form after a consonant: 이, 은, 을; `bare` for none)
    and who can fill it.

    `kinds` are kinds of entities, or `money`, `share`, `count`, `time`. `words`: a phrase fills the role only if
    its last word ends in one of these (으로 marks a charge behind 혐의). `required`: without it there is no event.
    `named`: only a name fills it, for verbs that mean another thing of a common noun (회사를, 기강을 세웠다).
    """

    name: str
    particles: tuple[str, ...]
    kinds: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    required: bool = False
    named: bool = False


class TieRule(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename={"source": "from", "goal": "to"}
):
    """The tie between two roles that the action makes: +1 cooperation, -1 conflict."""

    source: str
    goal: str
    sign: int


class Shape(Entry, frozen=True, kw_only=True):
    """A valency that many frames share: who acts, on whom, with which particles; `befalls`: what changes or comes about
    by itself, without anybody's will.
    """

    role: tuple[FrameRole, ...]
    befalls: bool = False


class Frame(Entry, frozen=True, kw_only=True):
    """An action: its words, its roles, and what it means for the tie between its actors.

    Its words:

    - `nouns`: act as verbs with 하다, 되다, 받다, 당하다, and stand alone in headlines (인수). `bare = false`: only
      with 하다 and 되다. `undergone = false`: not with 받다 and 당하다 (상장을 받다 is another word).
    - `verbs`: stems without 다, alone or behind the noun that makes them this action ("소송을 걸"; with alternatives
      "(글|사진)을 올리"; "+자리를 지키" wants a word before the noun: 대표 자리를 지켰다).
      `passives`: stems whose subject is the target (팔리).

    When they make an event:

    - `weak`: words of every day (만들다, 보이다), which make one only where a person or body with a name takes part.
    - `news`: it makes one whoever did it, named or not (a death, a fire, an arrest).
    - `yields`: it only says how another act stands, and gives way where that act is its object (인수를 추진했다 is a
      planned 인수).
    - `plans`: it only says what somebody means to do (준비하고 있다, 노린다), which is an act only if told as past.
    - `occasion`: it took place where something was said or done at it (인터뷰에서 말했다).

    How it stands in time:

    - `scheduled`: its present without a date tells what is to come (행사를 연다), not what is reported or lasts
      (지적한다, 살고 있다). `willed`: only where somebody acts by name (은행이 금리를 올린다, not 습기가 온도를
      올린다).
    - `opinion`: it tells what somebody holds, and a date in it is that of what is held (내년 회복이 예상된다).
    - `undone`: the status of an act that its actor did not do though it was up to him (서명하지 않았다: refused).

    What goes with it:

    - `voices`: something is said by it, so that the words after it are what was said (기자회견을 열고 떠나겠다고
      밝혔다).
    - `decides`: what is decided on beside it is decided by it, and it is done (협약을 맺고 공장을 짓기로 했다).
    - `answers`: its object was put to the actor by somebody, which is an event of its own (누리전자의 제안을 거부했다).
    - `shape` names a `[[shape]]`; `role` adds to it or replaces a role of the same name.
    - `plover`: its class in the PLOVER event ontology. `says`: how the event is told. `beside`: frames that may find
      an event in these examples too.
    """

    label: str
    says: str
    shape: str = "act_on"
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    bare: bool = True
    undergone: bool = True
    yields: bool = False
    occasion: bool = False
    voices: bool = False
    decides: bool = False
    scheduled: bool = False
    willed: bool = False
    opinion: bool = False
    plans: bool = False
    weak: bool = False
    news: bool = False
    answers: bool = False
    plover: str | None = None
    role: tuple[FrameRole, ...] = ()
    tie: TieRule | None = None
    undone: Literal["refused"] | None = None
    beside: tuple[str, ...] = ()


class Idiom(Entry, frozen=True, kw_only=True):
    """Verbs that with these nouns are no act, or another one: 한숨을 쉬다 is no rest, 발목을 잡다 no arrest.

    `verbs` are written as a frame's; a frame whose own nouns say as much goes before. Examples give no event at all.
    """

    verbs: tuple[str, ...]


class StatusCue(Entry, frozen=True, kw_only=True):
    """Words above an action that say how it stands: 추진하다 makes 인수를 a plan, 의혹 makes …했다는 a claim.

    `verbs` govern the action as noun or clause; `nouns` follow it (…할 계획); `endings` are its own (려고, 면).
    `prefixes` turn a noun into its opposite, so that the shorter noun is not read (불기소).
    A verb may name the noun between ("수 있", "바 없") and the ending before that ("ㄹ 것 알려지"); a noun may name
    the ending before it and the particle behind ("ㄹ 것", "는 것은"), or the ending alone for all nouns that no cue
    knows ("다는 *"); an ending with a full stop counts only where it closes a sentence ("라."). A noun of fact
    (…한 이유) has the effect `happened`: nothing above can undo it; `shared` nouns (…한 뒤) let the clause stand as the
    one after it does; `open` ones (…할 때) tell of a fact where the clause after is past, else of what may be.
    `dropped` is what was meant and given up, `stopped` what was under way; `conditional` endings (…하면) make their
    clause possible, and the one after it if that is not past.
    `control`: the verb's subject acts, so that a bare noun below it is an event of his (인수를 추진했다).
    `voice = "passive"`: the subject undergoes it; `subject`: the noun itself is the subject (인수가 무산됐다).
    Examples mark the action with its status: `[planned:인수할 계획이다]`, and `not` for what was not done.
    """

    effect: Effect
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    control: bool = False
    voice: Literal["active", "passive", "subject"] = "active"


class Reference(Entry, frozen=True, kw_only=True):
    """Words that stand behind a name without changing whom it means (측, 씨), for the one who speaks (저), for
    those whom he speaks for (우리) or his house (회사); behind a `part` that somebody plays (역), behind the `player`
    in the bracket after it (분), and those that open the retelling of a `plot` (극 중) or a fortune (52년생); the
    `sort` that stands bare for the only one whom it introduced (프로젝트 ‘한빛누리’); `since` when something was
    (회의 후), and `between` whom (양국 간); `manner` how, without a particle (공동 주최); `each` that several act one
    by one (각각); `habit` of what is done again and again (보통).
    """

    words: tuple[str, ...]
    kind: Literal[
        "behind", "self", "house", "part", "player", "plot", "sort", "we", "since", "between", "manner", "each", "habit"
    ]


class Postposition(Entry, frozen=True, kw_only=True):
    """A particle and what has grown together with it into one mark of a role: 에 대해, 을 통해, 을 상대로.

    `word` is the verb's stem behind the particle (대하), or a noun with its own particle ("상대 으로").
    """

    particle: str
    word: str
    mark: str
