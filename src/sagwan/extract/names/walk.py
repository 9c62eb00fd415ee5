"""The way to the left of a title: over ranks and departments to the holder's name and the organisation."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from msgspec.structs import replace

from sagwan.core.entity import Kind
from sagwan.extract.names.look import Looks
from sagwan.extract.names.nominal import CLOSING
from sagwan.extract.names.shape import is_acronym, is_family_name, is_hangul, is_korean_name
from sagwan.extract.names.tagger import has_met

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sagwan.extract.names.knowledge import Knowledge
    from sagwan.extract.names.unit import Unit

NEAR = (" ", "", ")")
MOST_WORDS = 4
_MOST_NOUNS = 3
_LONGEST_KOREAN_NAME = 3
_ORGANISED = frozenset({Kind.ORG, Kind.PLACE, Kind.PRODUCT, Kind.PROJECT, Kind.EVENT})


@dataclass(slots=True)
class Walk:
    """What has been met so far. `person` and `org` are units in text order; `others` are people joined to the
    first by a middle dot; `order` is the rule by which the person was found.
    """

    us: Sequence[Unit]
    known: Knowledge
    person: list[Unit] = field(default_factory=list)
    org: list[Unit] = field(default_factory=list)
    others: list[tuple[Unit, ...]] = field(default_factory=list)
    sense: str | None = None
    order: str = "bare"
    _nouns: int = 0
    _realm: bool = False
    _crew: bool = False

    def go(self, title: int) -> Walk:
        """Walk left from the unit with index `title` until something breaks the apposition."""
        i, link, post = title - 1, self.us[title].link, self.us[title].post
        self._realm = post is not None and post.realm
        self._crew = post is not None and post.field == "crew"
        while i >= 0 and (link in NEAR or link == "의" or self._is_captioned(i, link) or self._joins_areas(i, link)):
            u = self.us[i]
            if link == "·":
                self.person, self.org, link = [], [], u.link
                i -= 1
                continue
            link = " " if link == "/" else link
            if link != "의" and u.tail and u.tail[0] not in "([/’'\"”":
                break
            beside = len(self.others)
            if self._is_vessel(i, link) or not self._take(i, link):
                break
            i -= len(self.others) - beside  # 누리당 한가람·박도현 의원: the party stands before both
            link = self.us[i].link
            i -= 1
        if link == "인" and not self.person and i >= 0:
            self._hold_too(i)
        self._hear_family_name(title)
        return self

    def _hold_too(self, i: int) -> None:
        """이한울 부총리 겸 기획재정부 장관: whoever holds the post before 겸 holds this one too."""
        post = self.us[i].post
        if self.us[i].looks is Looks.TITLE and post is not None and post.role:
            other = Walk(self.us, self.known).go(i)
            if other.order != "family-title":
                self.person, self.others, self.order = other.person, other.others, other.order

    def _is_captioned(self, i: int, link: str) -> bool:
        """[한가람/누리전자 대표]: as broadcasters write who speaks."""
        return link == "/" and is_korean_name(self.us[i].text, self.known)

    def _joins_areas(self, i: int, link: str) -> bool:
        """하미쉬 보렐 중동·북아프리카 분석가: places joined by a dot are what somebody works on."""
        return link == "·" and self.us[i].kind is Kind.PLACE and [self.us[i + 1]] in (self.person, self.org)

    def _hear_family_name(self, title: int) -> None:
        """고 의원, 전 의원: late and former, or Mr Ko and Mr Jeon; the page's people decide."""
        before = self.us[title - 1] if title else None
        if before and before.looks is Looks.SENSE and not self.person and is_family_name(before.text, self.known):
            self.person, self.order, self.sense = [replace(before, looks=Looks.FAMILY)], "family-title", None

    def _take(self, i: int, link: str) -> bool:
        """Whether the walk goes on past unit `i`."""
        u = self.us[i]
        if self._is_posting(u):
            return True
        if self._employs(i, link):
            self.org = [u]
            return True
        match u.looks:
            case Looks.SENSE:
                self.sense = self.sense or self.known.senses_before[u.text]
                goes_on = True
            case Looks.NOUN:
                goes_on = link != "의" and self._take_noun(i, link)
            case Looks.NAMED:
                goes_on = u.kind in _ORGANISED and self._take_org(u, link)
            case Looks.FAMILY:
                goes_on = self._take_family(u, link)
            case Looks.PERSON:
                goes_on = self._take_person(i, link)
            case Looks.PROPER if len(u.text) == 1 and not is_hangul(u.text):  # 與 원내대표
                goes_on = False
            case Looks.PROPER:
                parted = link == " " and self._parts_letters(u)
                goes_on = not is_acronym(u.text) if parted else self._take_proper(u, link)
            case _:
                goes_on = False
        return goes_on

    def _is_vessel(self, i: int, link: str) -> bool:
        """유월호 선장: what a captain commands."""
        return self._crew and link == " " and self.us[i].text.endswith("호")

    def _is_posting(self, u: Unit) -> bool:
        """주카자흐스탄 미국 대사: where somebody is posted."""
        country = self.known.forms.get(u.text[1:]) if u.text[0] in self.known.syllables["posting"] else None
        return country is not None and country.kind is Kind.PLACE and not (self.person or u.famous)

    def _employs(self, i: int, link: str) -> bool:
        """보라비 소속 팀장, 동나대 국어교육과 교수: before what an organisation is divided into stands its name."""
        u = self.us[i]
        if link != " " or self.person or self.org or u.looks not in (Looks.PERSON, Looks.PROPER):
            return False
        behind = self.us[i + 1]
        ending = self.known.ending_of(u.text)
        school = ending is not None and ending[1].kind is Kind.ORG and behind.looks is Looks.NOUN
        owner = u.looks is Looks.PROPER and behind.text in self.known.belongings
        return owner or (school and self._is_department(behind))

    def _divides(self, u: Unit) -> bool:
        tail = self.known.endings.get(u.text)
        return self._is_department(u) or (tail is not None and tail.kind is Kind.ORG)

    def _is_department(self, u: Unit) -> bool:
        return u.text.endswith(self.known.departments)

    def _take_noun(self, i: int, link: str) -> bool:
        u = self.us[i]
        if self._is_unknown_name(i, link):
            return self._take_person(i, link)
        if link == " " and not (self.person or self.org or self._nouns) and self._divides(u):
            return True  # 한빛반도체 재무총괄 부사장, 박도현 노조 지부장
        if self.person and not self.org and not self._nouns and self._ends_like_org(u):
            return self._take_org(u, " ")
        if self.org and not self.person and u.link != " " and link == " " and self._is_unmet(u):
            return self._take_proper(u, link)  # “가렐리코 프랑스 대통령이: behind a mark the analyser sees no name
        self._nouns += 1
        return self._nouns <= _MOST_NOUNS and self._may_stand_between(u)

    def _is_unmet(self, u: Unit) -> bool:
        return len(u.text) >= _LONGEST_KOREAN_NAME and not has_met(u.text, "NNG") and not self.known.ending_of(u.text)

    def _is_unknown_name(self, i: int, link: str) -> bool:
        """윤세라 솔빛에너지 대표: built like a full name, before an organisation and its title."""
        u, right = self.us[i], self.us[i + 1]
        if self.person or link != " " or not is_korean_name(u.text, self.known):
            return False
        if len(u.text) != _LONGEST_KOREAN_NAME and has_met(u.text, "NNG"):
            return False
        before_org = self.org == [right] or (self._nouns == 1 and not self.org and self._ends_like_org(right))
        return before_org and u.text[0] in self.known.syllables["surname_common"]

    def _ends_like_org(self, u: Unit) -> bool:
        """누리은행, cut as common nouns: beside a name and a title its end is enough."""
        found = self.known.ending_of(u.text)
        return found is not None and found[1].kind is Kind.ORG and len(u.text) > len(found[0])

    def _may_stand_between(self, u: Unit) -> bool:
        if self.person:
            return u.text in self.known.sorts or self._is_department(u)
        return not self.org or u.text in self.known.sorts

    def _take_org(self, u: Unit, link: str) -> bool:
        if self.org:
            wider = link == " " and not self.person and u.kind in (Kind.PLACE, Kind.ORG)
            if wider and u.kind is Kind.PLACE:
                self.org.insert(0, u)
            elif wider and all(part.kind is Kind.PLACE for part in self.org):  # 가람연구원 북한연구센터장
                self.org = [u]
            # 누리대 가람병원 교수: the hospital is the school's, and the name may stand before both.
            return wider
        self.org, self._nouns = [u], 0
        if self.person and self.order != "family-title":
            self.order = "org-name-title"
        return link != "의" or not self.person

    def _take_family(self, u: Unit, link: str) -> bool:
        if self.person or self.org or self._nouns or link == "의":
            return False
        self.person, self.order = [u], "family-title"
        return True

    def _take_person(self, i: int, link: str) -> bool:
        if self._heads_foreign_name(link):
            self.person.insert(0, self.us[i])
            return False
        if self.person:
            if self._has_words_of_org() or self._has_likelier_org(link):
                self.org = self.person
                self._hold(i, "name-org-title")
            elif link != "의" and self.person[0].looks is Looks.PROPER and not self.others:
                # 한가람 누리대 보라칼리지 교수: words between an organisation and the title belong to it.
                self._hold(i, "name-org-title")
            return False
        if self._nouns == 1 and not self.org and self._ends_like_org(self.us[i + 1]):
            self.org, self._nouns = [self.us[i + 1]], 0
        loose = self._nouns and not self.org and not self._is_department(self.us[i + 1])
        if link == "의" or loose:
            return False
        self._hold(i, "name-org-title" if self.org else "name-title")
        return not self.org

    def _heads_foreign_name(self, link: str) -> bool:
        """도미르 칸 총리: before a title that is held in a country, an unknown word is no organisation, so that a word
        of Korean shape before it is the first of the holder's names.
        """
        of_country = not self.org or self.org[-1].kind is Kind.PLACE
        unknown = len(self.person) == 1 and self.person[0].looks is Looks.PROPER and self.person[0].kind is None
        return self._realm and of_country and unknown and link == " " and not self.others

    def _hold(self, i: int, order: str) -> None:
        self.person, self.order, self._nouns = [self.us[i]], order, 0
        while i > 0 and self.us[i].link == "·" and self.us[i - 1].looks in (Looks.PERSON, Looks.PROPER):
            i -= 1
            self.others.append((self.us[i],))

    def _take_proper(self, u: Unit, link: str) -> bool:
        if link == "의":
            if self.person and not self.org:
                self.org = [u]
            return False
        if len(u.text) > _LONGEST_KOREAN_NAME and self._is_department(u) and not self.org:
            return True
        if u.kind is Kind.PLACE and self._has_words_of_org() and is_korean_name(u.text, self.known):
            # 박문구 가람스튜디오 대표: a person's name may end like a place.
            self.org, self.person, self.order = self.person, [u], "name-org-title"
            return False
        if self.person and self.person[0].looks is not Looks.PROPER:
            return self._take_unknown_org(u)
        # 누리 인터내셔널 브루노 알베르 사장: a word that ends companies' names begins nobody's.
        ends_another = bool(self.person) and u.text in self.known.endings
        parted = bool(self.person) and u.tail != "" and u.tail[0] in CLOSING  # ‘가람 알베르’ 브루노 황 감독
        if parted or ends_another or (self._nouns and not self.org) or len(self.person) >= MOST_WORDS:
            return False
        if link == ")" and self.person and not self.org:  # an aside ends the name: 알베르(58) 누리 대표
            self.org, self.person = self.person, []
        self.person.insert(0, u)
        self.order = "name-org-title" if self.org else "name-title"
        return True

    def _parts_letters(self, u: Unit) -> bool:
        """브루노 알베르 ORX 총장, ORX 브루노 알베르 총장: capital letters beside a name in Hangul are another's."""
        if self.org or not self.person or is_acronym(u.text) is is_acronym(self.person[0].text):
            return False
        if is_acronym(u.text):
            self.org, self.order = [u], "org-name-title"
        else:
            self.org, self.person, self.order = self.person, [u], "name-org-title"
        return True

    def _has_words_of_org(self) -> bool:
        return not self.org and not self.others and bool(self.person) and self.person[0].looks is Looks.PROPER

    def _has_likelier_org(self, link: str) -> bool:
        """한가람 명지대 교수: of two words that look like people, the one that ends like an organisation is one."""
        if self.org or self.others or link != " " or len(self.person) != 1:
            return False
        found = self.known.ending_of(self.person[0].text)
        return found is not None and found[1].kind is Kind.ORG

    def _take_unknown_org(self, u: Unit) -> bool:
        if self.org or self._nouns:
            return False
        self.org = [u]
        if self.order != "family-title":
            self.order = "org-name-title"
        return True
