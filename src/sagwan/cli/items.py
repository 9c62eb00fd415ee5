"""Commands about items: `items make`, `prove`, `review`, `bank`, `paper`, `export`, `analyse`."""

from __future__ import annotations

import getpass
import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from sagwan.cli.answer import opened, print_json
from sagwan.cli.options import Json, Ledger

if TYPE_CHECKING:
    from sagwan.items.bank import Banked

items = typer.Typer(help="문항: 답을 장부로 증명한 읽기 문항 · items with proved keys", no_args_is_help=True)

Most = Annotated[int, typer.Option("--most", "-n", metavar="N", help="몇 개까지 · at most", min=1)]
Seed = Annotated[int, typer.Option(metavar="N", help="같은 값이면 같은 문항 · the same items for the same number")]
Forms = Annotated[
    list[str] | None,
    typer.Option("--form", metavar="FORM", help="유형: match, speaker … · only these", show_default=False),
]
Ids = Annotated[
    list[str] | None, typer.Argument(metavar="[ID...]", help="문항 id; 없으면 은행 모두", show_default=False)
]
By = Annotated[str | None, typer.Option(metavar="NAME", help="누가 [사용자 이름] · who", show_default=False)]
Because = Annotated[str, typer.Option(metavar="WORDS", help="까닭 · why")]
Out = Annotated[Path | None, typer.Option("--out", "-o", metavar="FILE", help="적을 파일 · a file", show_default=False)]
Format = Annotated[
    str, typer.Option("--to", metavar="FORMAT", help="markdown csv gift moodle qti3 qti21 docx hwpx pdf")
]
Font = Annotated[Path | None, typer.Option(metavar="TTF", help="PDF의 한글 글꼴 · a Korean font", show_default=False)]
Title = Annotated[str, typer.Option(metavar="WORDS", help="시험지 이름 · the paper's title")]


def _ledger(flag: str | None) -> Path:
    from sagwan.work.settings import load_settings

    return Path(load_settings({"ledger": flag}).ledger)


@items.command("make", epilog="예 · Example: sagwan items make page.txt -n 20 --keep")
def make(
    page: Annotated[
        list[str],
        typer.Argument(
            metavar="PAGE...", help="지면 id 앞부분, 파일 이름, PAGE:N; 여럿이면 견주는 문항", show_default=False
        ),
    ],
    most: Most = 20,
    form: Forms = None,
    seed: Seed = 0,
    keep: Annotated[bool, typer.Option("--keep", help="은행에 넣기 · into the bank")] = False,
    because: Because = "기사에서 지음",
    by: By = None,
    rephrase: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="선택지를 고쳐 쓸 언어 모델(OpenAI 호환) · a model's address", show_default=False
        ),
    ] = None,
    model: Annotated[str, typer.Option(metavar="NAME", help="그 모델의 이름 · its name")] = "default",
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """기사 하나에서, 또는 한 사건을 다룬 여러 기사에서 답이 증명된 문항을 짓습니다. Make proved items."""
    from sagwan.items.model import Form
    from sagwan.work import authoring

    unknown = sorted(set(form or ()) - set(Form))
    if unknown:
        raise typer.BadParameter(f"{', '.join(unknown)}: {', '.join(Form)}", param_hint="--form")
    path = _ledger(ledger)
    batch = authoring.make(path, page, most, seed, frozenset(one for one in Form if one in form) if form else None)
    if rephrase is not None:
        from sagwan.work.language_model import Endpoint

        endpoint = Endpoint(rephrase, model, os.environ.get("SAGWAN_MODEL_KEY"))
        batch = replace(batch, made=authoring.rephrase(path, batch.made, endpoint))
    added = authoring.bank_items(path, batch.made, by or getpass.getuser(), because) if keep else ()
    if as_json:
        print_json(batch)
        return 0
    from sagwan.cli import item_look
    from sagwan.cli.look import console

    console().print(item_look.batch(batch, len(added) if keep else None))
    return 0


@items.command("prove", epilog="예 · Example: sagwan items prove item-51ed66dc80524b98")
def prove(ids: Ids = None, ledger: Ledger = None, as_json: Json = False) -> int:
    """은행의 문항을 지금의 장부로 다시 풉니다. Solve the bank's items anew."""
    from sagwan.work import authoring

    with opened(ledger) as db:
        proofs = authoring.prove(db, _chosen(ids, ledger))
    if as_json:
        print_json([{"item": id_, "proof": proof} for id_, proof in proofs])
    else:
        from sagwan.cli import item_look
        from sagwan.cli.look import console

        console().print(item_look.proofs(proofs))
    return 0 if all(proof.sound for _, proof in proofs) else 1


@items.command("review", epilog="예 · Example: sagwan items review --past 2024.txt")
def review(
    ids: Ids = None,
    past: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="지난 문항(빈 줄로 나눔) · past items", show_default=False)
    ] = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """글 없이 풀리는지, 단서, 겹침, 민감한 내용, 난도를 살핍니다. What an editor looks at."""
    from sagwan.work import authoring

    with opened(ledger) as db:
        found = [
            authoring.look(db, one.made, authoring.earlier_items(db, one.id, past or ()))
            for one in _chosen(ids, ledger)
            if one.made is not None
        ]
    if as_json:
        print_json(found)
    else:
        from sagwan.cli import item_look
        from sagwan.cli.look import console

        console().print(item_look.reviews(found))
    return 0 if all(one.clean for one in found) else 1


@items.command("bank", epilog="예 · Example: sagwan items bank --rule accepted item-51ed… --because '수업에서 확인'")
def bank(
    ids: Ids = None,
    rule: Annotated[
        str | None,
        typer.Option(
            metavar="STATE", help="accepted returned rejected retired: 검토 결과 적기 · rule", show_default=False
        ),
    ] = None,
    because: Because = "",
    by: By = None,
    state: Annotated[
        str | None, typer.Option(metavar="STATE", help="이 상태만 · only these", show_default=False)
    ] = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """문항 은행: 문항과 판, 지은이, 검토 결과와 까닭. The bank; with --rule, a reviewer's word on items."""
    from sagwan.items import bank as shelf
    from sagwan.work.authoring import now

    if rule is not None:
        if not ids or not because:
            raise typer.BadParameter("검토할 문항의 id와 --because 가 있어야 합니다", param_hint="--rule")
        for id_ in ids:
            shelf.rule(_ledger(ledger), id_, rule, by=by or getpass.getuser(), because=because, at=now())
    found = [one for one in _chosen(ids, ledger) if state is None or one.state == state]
    if as_json:
        print_json(found)
        return 0
    from sagwan.cli import item_look
    from sagwan.cli.look import console

    console().print(item_look.bank(found))
    return 0


@items.command("paper", epilog="예 · Example: sagwan items paper -n 10 --each-form 3 --copies 2 --to pdf -o paper.pdf")
def paper(
    number: Annotated[int, typer.Option("--number", "-n", metavar="N", help="문항 수 · how many items", min=1)] = 10,
    form: Annotated[
        list[str] | None,
        typer.Option("--form", metavar="FORM=N", help="유형별 수 · of a form", show_default=False),
    ] = None,
    band: Annotated[
        list[str] | None,
        typer.Option("--band", metavar="BAND=N", help="난도마다 몇 개 · of a band", show_default=False),
    ] = None,
    each_form: Annotated[int | None, typer.Option(metavar="N", help="한 유형에서 많아야", show_default=False)] = None,
    each_article: Annotated[
        int | None, typer.Option(metavar="N", help="한 기사에서 많아야", show_default=False)
    ] = None,
    copies: Annotated[int, typer.Option(metavar="N", help="동형 시험지 수 · equivalent papers", min=1)] = 1,
    to: Format = "markdown",
    out: Out = None,
    font: Font = None,
    title: Title = "읽기 문항",
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """은행에서 조건에 맞는 시험지를 짭니다. Assemble papers under constraints."""
    from sagwan.items.bank import banked
    from sagwan.items.paper import Plan, assemble
    from sagwan.work import authoring

    bands = {int(name): count for name, count in _counts(band).items() if name.isdigit()}
    plan = Plan(number, _counts(form), bands, each_form, each_article)
    with opened(ledger) as db:
        papers = assemble(banked(db), plan, copies)
        if as_json:
            print_json(papers)
            return 0
        for n, one in enumerate(papers, 1):
            name = title if copies == 1 else f"{title} ({n}형)"
            _write(authoring.print_paper(db, name, one.items, to, font), _numbered(out, n, copies))
    return 0


@items.command("export", epilog="예 · Example: sagwan items export --to qti3 -o items.zip")
def export(
    ids: Ids = None,
    to: Format = "markdown",
    out: Out = None,
    font: Font = None,
    title: Title = "읽기 문항",
    ledger: Ledger = None,
) -> int:
    """은행의 문항을 다른 형식으로 내보냅니다. QTI, Moodle XML, GIFT, HWPX, DOCX, PDF, Markdown, CSV."""
    from sagwan.work import authoring

    made = [one.made for one in _chosen(ids, ledger) if one.made is not None]
    with opened(ledger) as db:
        _write(authoring.print_paper(db, title, made, to, font), out)
    return 0


@items.command("analyse", epilog="예 · Example: sagwan items analyse answers.csv --feed")
def analyse(
    responses: Annotated[
        Path, typer.Argument(metavar="CSV", help="응답: 독자,문항id,… · responses", show_default=False)
    ],
    feed: Annotated[bool, typer.Option("--feed", help="난도를 은행에 적기 · bands into the bank")] = False,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """응답으로 문항을 따집니다: 정답률, 변별도, 문항반응이론. Classical and IRT statistics."""
    import csv

    from sagwan.core.errors import SagwanError
    from sagwan.items.analyse import analyse as statistics_of
    from sagwan.work import authoring

    if not responses.is_file():
        raise SagwanError("source.missing", "그런 파일이 없습니다", str(responses))
    words = responses.read_text("utf-8-sig")
    header = next(csv.reader(words.splitlines()[:1]), [])
    with opened(ledger) as db:
        answered = authoring.answered(db, [name.strip() for name in header[1:]])
    found = statistics_of(words, authoring.keys_of(answered))
    if feed:
        authoring.feed_bands(_ledger(ledger), found, answered)
    if as_json:
        print_json(found)
        return 0
    from sagwan.cli import item_look
    from sagwan.cli.look import console

    console().print(item_look.analysis(found))
    return 0


def _chosen(ids: list[str] | None, ledger: str | None) -> tuple[Banked, ...]:
    """The items of these ids, or all of the bank."""
    from sagwan.items.bank import banked, find

    with opened(ledger) as db:
        return tuple(find(db, id_) for id_ in ids) if ids else banked(db)


def _counts(given: list[str] | None) -> dict[str, int]:
    """FORM=N as a number a name. Raises a usage error."""
    counts = {}
    for one in given or ():
        name, _, count = one.partition("=")
        if not name or not count.isdigit():
            raise typer.BadParameter(f"{one}: match=3처럼 적으십시오")
        counts[name] = int(count)
    return counts


def _numbered(out: Path | None, n: int, copies: int) -> Path | None:
    return out if out is None or copies == 1 else out.with_name(f"{out.stem}-{n}{out.suffix}")


def _write(data: bytes, out: Path | None) -> None:
    """To the file, or to standard output."""
    if out is None:
        sys.stdout.buffer.write(data)
        return
    out.write_bytes(data)
    sys.stdout.write(f"{out} ({len(data):,}바이트)\n")
