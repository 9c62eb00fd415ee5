"""Words that report speech: verbs, nouns, unnamed sources, places where something is said, words that link."""

from __future__ import annotations

from typing import Literal

from sagwan.lexicon.schema.entry import Entry

Way = Literal["say", "judge", "relay", "act", "hear", "withhold", "name", "think"]


class Cue(Entry, frozen=True, kw_only=True):
    """Reporting verbs (dictionary stem without 다: 밝히) or phrases (선을 긋), and what the speaker does by them.

    `stance` is the stance the words give away by themselves; `assert` leaves it to what is said. `leans`: the stance
    that they suggest (지적하다) and that a hint in what is said makes sure of.

    `way`: `say` reports quotations and clauses of speech; `judge` is a judgement that counts as speech when
    somebody is named (내다보다); `relay` is what media do (보도하다); `act` is an act done with words and reports
    them only beside a quotation or …다며 (눈물을 흘리다); `hear` takes its speaker with 에게서/로부터 (듣다);
    `withhold` says that nothing was said (말을 아끼다); `name` only gives a thing its name (…라고 부르다);
    `think` is not said to anybody (…라고 생각하다).

    `needs_subject`: it reports only where its own subject can speak (a law sets down, 규정하다, and says nothing).

    `withheld`: its negation says that nothing was said (답하지 않았다).

    `announces`: a plain present of the speaker's own doing is a plan (새 모델을 출시한다고 밝혔다).

    `link`: `responds` answers what somebody else said before (반박하다), `reverses` takes back one's own words.
    """

    verbs: tuple[str, ...]
    stance: str
    leans: str | None = None
    way: Way = "say"
    link: Literal["responds", "reverses"] | None = None
    withheld: bool = False
    needs_subject: bool = False
    announces: bool = False


class SpeechNoun(Entry, frozen=True, kw_only=True):
    """Nouns that stand behind a content clause: …다는 입장, …라는 지적, …할 방침.

    `holds`: the noun with 이다 ends a report by itself (…다는 입장이다). `plans`: it stands behind ㄹ and a verb of
    saying (…할 계획을 밝혔다) and makes the content a promise. `needs_subject`: without a subject of its own it is
    the reporter's gloss (…다는 얘기다). `titles`: what stands before it is what something is called, and no speech
    (…라는 제목의 글). `explains`: behind words in marks it says what something means, unless its subject can speak
    (이 낱말은 “…”는 뜻이다). `own`: it is what its subject thinks or means to do, and never what others' words mean
    (입장, 방침; but 설명). `sent`: a paper that carries the words, whatever is done with it (서한을 보냈다).
    """

    words: tuple[str, ...]
    stance: str
    holds: bool = False
    plans: bool = False
    needs_subject: bool = False
    titles: bool = False
    explains: bool = False
    own: bool = False
    sent: bool = False


class SourceWord(Entry, frozen=True, kw_only=True):
    """Nouns that can speak without a name.

    `kind`: `unnamed` hides its person (관계자, 소식통); `side` speaks for the name before it (측); `person`, `group`
    and `body` are described, not named (청원인, 주민들, 재판부); `paper` is a document (보고서), `outlet` one of
    the media (신문);
    `pronoun` is one (그, 이들); `own` is the speaker's own house (당사, 저희 회사); `late` is who has died (고인), told
    by what stands right `ahead` of a name (故) or `behind` it (별세). `near`: behind a person's name it is somebody
    else (한서린 대표 변호인). `tails`: syllables that end such a word of
    three or more (이민국, 한음협).
    """

    words: tuple[str, ...] = ()
    tails: tuple[str, ...] = ()
    kind: Literal["unnamed", "side", "person", "group", "body", "paper", "outlet", "pronoun", "own", "late"]
    near: bool = False
    ahead: tuple[str, ...] = ()
    behind: tuple[str, ...] = ()


class Channel(Entry, frozen=True, kw_only=True):
    """Where or on what occasion something is said, with the particles that mark it (in the form after a consonant).

    `acts`: verbs behind 을 or 에 by which it is where something is said (기자회견을 열|고, 회의에 참석하|여); without
    `words` they make a channel of whatever stands before them (방송에 출연하|여).
    `with_name`: the name before it is the channel (중앙일보와의 인터뷰, CNBC 방송). `vague`: it says less than a place
    before it (페이스북에 글을 올려). `met`: people met by `acts`, which belong to its name (기자들과 만나|서).
    """

    words: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    with_name: bool = False
    vague: bool = False
    met: bool = False


class Connector(Entry, frozen=True, kw_only=True):
    """Words at the head of a sentence that say how it goes on from the one before.

    `kind`: `same` keeps the speaker (이어, 그러면서); `turns` does too and belongs to what is said (다만, 특히);
    `answers` responds to the words before (이에, 이에 대해); `leaves` goes over to somebody or something else (반면).
    `unless`: words behind it that make another word of it (또 |다른).
    """

    words: tuple[str, ...]
    unless: tuple[str, ...] = ()
    kind: Literal["same", "turns", "answers", "leaves"]


class Turn(Entry, frozen=True, kw_only=True):
    """How an interview is set in questions and answers.

    `marks` stand at the head of a paragraph; `kind` says what follows: a `question`, an `answer`, or `either`, told by
    how most of them end. `sign`: words in headline or opening that say that the article is such an interview.
    """

    marks: tuple[str, ...]
    kind: Literal["question", "answer", "either", "sign"]


class Tone(Entry, frozen=True, kw_only=True):
    """Words in what is said that give its stance away, as they stand in the text.

    `tails` count at the end of what is said (겠다, 해야 한다), `words` anywhere in it (죄송, 드릴 말씀).
    `ends` begin the last word of one of its sentences (환영|한다).
    `hints` count where the reporting words lean to this stance already (지적하다).
    `unless`: words that begin where one of these ends and take it back (모르겠다, 좋겠다).
    `over`: the stances of reporting words that it outweighs; `assert` is what tells nothing by itself.
    `endings`: final endings as morphemes that count where a verb takes them (이끌|자, 나서|라).
    `own`: the stance of what one announces to do in a plain present (출시한다고 밝혔다), but for the verbs in `unless`,
    which tell how things are.
    """

    stance: str
    tails: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()
    hints: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    over: tuple[str, ...] = ("assert",)
    own: bool = False


class View(Entry, frozen=True, kw_only=True):
    """Words behind a clause that only say that it is the speaker's view (…해야 한다고 |생각한다): the clause is what is
    said.
    """

    words: tuple[str, ...]
