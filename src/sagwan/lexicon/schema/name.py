"""What is known about names: parts they are made of, words that stand beside them, and names known to everybody."""

from __future__ import annotations

from sagwan.lexicon.schema.entry import Entry


class Known(Entry, frozen=True, kw_only=True):
    """Names that every newsroom knows. Each of `names` is a list: the full name first, then its other forms.

    `kind` is a `core.entity.Kind`. `weak`: the words are also common words or names of something else, so that
    other evidence on the page must speak for them. `proof`: a sentence with `{name}`, read for every form.
    """

    kind: str
    names: tuple[tuple[str, ...], ...]
    weak: bool = False
    proof: str | None = None


class Ending(Entry, frozen=True, kw_only=True):
    """Word ends that tell the kind of a name: 전자, 은행, 위원회, 대학교, 특별법.

    `alone`: the ending as a word of its own also closes a name ("보건 당국", "이민국"). `common`: the ending makes
    a name only behind something that is a name already. `spare`: a name of this kind means the same without it
    (나루완박법, 나루완박). `within`: such a name is a part of the organisation before it (누리협회 경남지부).
    `part`: the ending makes a name only of a known body and its own (유엔 인도주의업무조정국).
    `gathers`: it ends a name of several nouns (누리동 재개발 반대 대책위원회). `club`: the first word of such a name
    may stand for it (한빛 드래곤즈, 한빛). `proof`: a sentence with `{word}`.
    """

    kind: str
    words: tuple[str, ...]
    alone: bool = False
    common: bool = False
    spare: bool = False
    within: bool = False
    part: bool = False
    gathers: bool = False
    club: bool = False
    proof: str | None = None


class Sort(Entry, frozen=True, kw_only=True):
    """Common nouns that say what the name behind them is ("패션 브랜드 ‘…’", "싱크탱크인 …").

    `part`: the noun belongs to the name (법무법인 가람). `whole`: a compound that ends in it says nothing (골프클럽).
    """

    kind: str
    words: tuple[str, ...]
    part: bool = False
    whole: bool = False
    proof: str | None = None


class Municipality(Entry, frozen=True, kw_only=True):
    """What the names of cities, counties and districts end in (`ends`: 시), and what shows that one stands on a page.

    `heads` and `offices` go on that end: who leads it (시+장), what else only such a place has (시+의회). `parts`: how
    the names of what it is divided into end (동). `deeds`: what its government does or has, in the same sentence.
    """

    ends: tuple[str, ...]
    heads: tuple[str, ...]
    offices: tuple[str, ...]
    parts: tuple[str, ...]
    deeds: tuple[str, ...]


class Group(Entry, frozen=True, kw_only=True):
    """Names of groups that say what they are for: 안전한 학교를 위한 시민모임.

    `links` stand behind what it is for (위한, 지키는), `heads` end the name.
    """

    links: tuple[str, ...]
    heads: tuple[str, ...]


class Syllables(Entry, frozen=True, kw_only=True):
    """Syllables that Korean names of people are made of, by place: `surname`, `first`, `second`; `posting` stands
    before the country that somebody is posted to (주미 대사); `japanese` ends family names as if with a particle.
    """

    place: str
    words: tuple[str, ...]


class NoName(Entry, frozen=True, kw_only=True):
    """Words that look like names and are none."""

    words: tuple[str, ...]


class Sense(Entry, frozen=True, kw_only=True):
    """Words that place a title in time or rank: `former`, `designate`, `acting`, `candidate`, `current`, `late`.

    `before`: they stand before the title (전 장관); else behind it (장관 내정자).
    """

    sense: str
    words: tuple[str, ...]
    before: bool = True


class Appointment(Entry, frozen=True, kw_only=True):
    """Verbal nouns that put somebody into a post or out of it: "회장으로 선임됐다".

    `sense`: what the post is to the holder once the sentence holds, None for the present one.
    """

    words: tuple[str, ...]
    sense: str | None = None
    proof: str | None = None


class Department(Entry, frozen=True, kw_only=True):
    """Ends of words that may stand between a name and its title: 소아청소년과, 도시교통본부."""

    words: tuple[str, ...]
    proof: str | None = None


class Belonging(Entry, frozen=True, kw_only=True):
    """What only organisations have: an unknown name right before it is an organisation's (보라비 협력업체)."""

    words: tuple[str, ...]
    proof: str | None = None


class Pronoun(Entry, frozen=True, kw_only=True):
    """Words that stand for one named before: of which kind (`core.entity.Kind`), and how many at once. `firm`: of the
    organisations only a business, no office or school (회사 측).
    """

    words: tuple[str, ...]
    kind: str
    count: int = 1
    firm: bool = False
