"""Names in quotation marks, told by a common noun: before them (연구소 ‘보라비 랩’, 영화 『가람』), behind them (‘한빛
물빛주간’ 행사), or as their own last word (‘지역 상권 지원에 관한 법률’).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from sagwan.core.entity import Kind
from sagwan.extract.names.census import SORTED
from sagwan.extract.names.nominal import QUOTES
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from sagwan.extract.names.census import Census
    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.korean.passage import Passage

_QUOTED = re.compile(
    r"(?:(?P<before>[가-힣]{1,8}) ?)?[‘'“\"「『<《〈](?P<name>[^‘’'“”\"「」『』<>《》〈〉\n]{2,30})"
    r"[’'”\"」』>》〉](?!라고|라며|며|고 |면서)(?:이?라는 (?P<called>[가-힣]{2,8})| ?(?P<behind>[가-힣]{2,6}))?"
)
_OPENING = re.compile(r"[‘'“\"「『<《〈]")
_SPEECH = re.compile(r"[.?!…]|(?:다|요|자|까|죠)$|,")
# ‘해온’(박도현 분), 박도현(해온 역), '보라 알베르'(브루노 황 분)
_PLAYED = re.compile(
    r"(?:(?<![가-힣])(?P<one>[가-힣]{2,7})[’'”\"]?|[‘'“\"](?P<words>[가-힣]{1,7}(?: [가-힣]{1,7}){1,2})[’'”\"])"
    r"\((?P<other>[가-힣]{2,7}(?: [가-힣]{2,7})?) [분역]\)"
)
_SAID = frozenset('"“')
# ‘이는 나쁜 법’ is said of something.
_TOLD = re.compile(r"[가-힣]{1,5}[은는] ")
_NUMBERED = re.compile(r"^(?:제 ?\d+회|\d{4}년?) ")
# What many people take part in, or are bound by, has a title of words; somebody's name is one of its own.
_TITLED = frozenset({Kind.EVENT, Kind.LAW, Kind.PROJECT})


def hear_quoted(census: Census, passage: Passage, known: Knowledge) -> None:
    """Note the kind of each quoted name from the noun beside it, or from how it ends."""
    for sentence in passage.sentences:
        # An expression that may begin before the mark is tried at every character.
        if _OPENING.search(passage.text.chars, sentence.span.start, sentence.span.end) is None:
            continue
        for found in _QUOTED.finditer(passage.text.chars, sentence.span.start, sentence.span.end):
            name = found["name"].split("(")[0]
            if name != name.strip() or _SPEECH.search(name) or name in known.no_names:
                continue
            before = _introduced(found["before"] or "", known)
            if before in _TITLED and sentence.paragraph < 0:
                before = None  # a headline's marks hold phrases: 신사업 ‘갈등 고조’
            if before is Kind.ORG and (known.title_of(name) or passage.text.chars[found.start("name") - 1] in _SAID):
                continue  # 보험사 ‘위탁지점장’ is a post there, 소속사 "새 앨범 준비" what the firm says
            sort = before or _called(found["called"] or "", known) or _titled(name, found["behind"] or "", known)
            if sort is not None:
                census.seen[name] += 1
                census.note(name, sort, SORTED, "quoted")
                plain = _NUMBERED.sub("", name)
                if " " in plain and sort in _TITLED:
                    census.note(plain, sort, SORTED, "quoted")


def hear_played(census: Census, passage: Passage, known: Knowledge) -> None:
    """Take both names of ‘해온’(박도현 분) and 박도현(해온 역) for people: who is played, and who plays."""
    chars = passage.text.chars
    for sentence in passage.sentences:
        for found in _PLAYED.finditer(chars, sentence.span.start, sentence.span.end):
            quoted = found.end("one") >= 0 and chars[found.end("one")] in QUOTES
            for name in filter(None, found.groups()):
                plain = not quoted and has_met(name, "NNG")
                if known.title_of(name) or name in known.no_names or plain:
                    continue  # 아버지(박도현 분)
                census.seen[name] += 1
                census.note(name, Kind.PERSON, SORTED, "played")


def _introduced(noun: str, known: Knowledge) -> Kind | None:
    return known.sort_of(noun.removesuffix("인") if noun not in known.sorts else noun)


def _called(noun: str, known: Knowledge) -> Kind | None:
    """‘한빛’이라는 영화에: the noun without its particle; what is planned or done is told in words, and has no name."""
    kind = next((known.sorts[noun[:at]] for at in range(len(noun), 1, -1) if noun[:at] in known.sorts), None)
    return None if kind is Kind.PROJECT else kind


def _titled(name: str, behind: str, known: Knowledge) -> Kind | None:
    """The kind of a title of several words, by its last word or by the noun behind the marks."""
    if " " not in name or _TOLD.match(name):
        return None
    ending = known.ending_of(name)
    heads = (known.sorts.get(behind[:at]) for at in range(len(behind), 1, -1))
    kinds = (ending and ending[1].kind, _introduced(name.rsplit(maxsplit=1)[-1], known), *heads)
    if ending and ending[1].kind is Kind.ORG and not ending[1].common and len(ending[0]) > 1:
        return Kind.ORG  # ‘보라강을 지키는 시민모임’
    return next((kind for kind in kinds if kind in _TITLED), None)
