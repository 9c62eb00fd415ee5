"""The formats by name, and what each of them loses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sagwan.views.export.calendar import as_atom, as_icalendar, as_rss
from sagwan.views.export.flat import as_csv, as_parquet
from sagwan.views.export.linked import as_annotations, as_json_ld
from sagwan.views.export.network import as_follow_the_money, as_graphml

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sagwan.views.export.bundle import Bundle


@dataclass(frozen=True, slots=True)
class Format:
    """A form of others: its name on the command line, what it is, what of the ledger it cannot hold."""

    name: str
    label: str
    loses: str
    write: Callable[[Bundle], Iterator[tuple[str, bytes]]]


FORMATS = (
    Format("annotations", "W3C Web Annotation", "견해들(쟁점·거래·관계), 누가 누구에게, 규칙", as_annotations),
    Format("atom", "Atom", "날짜의 정밀도(분기도 첫날로), 발언, 날짜 없는 사건", as_atom),
    Format("csv", "CSV", "판독의 규칙과 후보, 구역, 열린 범위의 금액; 표 사이의 이음은 번호뿐", as_csv),
    Format("ftm", "FollowTheMoney", "발언, 쟁점, 사건의 때, 계획과 주장, 근거의 글자", as_follow_the_money),
    Format("graphml", "GraphML", "때와 근거, 돌아선 때, 말과 행동의 낱낱", as_graphml),
    Format("icalendar", "iCalendar", "달·분기·해까지만 아는 사건, 발언, 상태", as_icalendar),
    Format("jsonld", "JSON-LD (schema.org)", "사건, 글자의 자리, 부인과 주장의 이음", as_json_ld),
    Format("parquet", "Apache Parquet", "CSV와 같음; 소수점 아래 여섯 자리 너머", as_parquet),
    Format("rss", "RSS 2.0", "Atom과 같음", as_rss),
)
