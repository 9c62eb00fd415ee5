"""The command that hands the ledger's answers to other programs: `export`."""

from __future__ import annotations

from typing import Annotated

import typer

from sagwan.cli.answer import asked, print_json
from sagwan.cli.asking import NameOrAll
from sagwan.cli.options import AsOf, Json, Ledger, day_of

FormatName = Annotated[
    str,
    typer.Argument(
        metavar="FORMAT",
        help="annotations atom csv ftm graphml icalendar jsonld parquet rss",
        show_default=False,
    ),
]
Folder = Annotated[str, typer.Option("--to", metavar="FOLDER", help="적을 폴더 · where to write")]


def export(
    form: FormatName,
    name: NameOrAll = None,
    to: Folder = "export",
    as_of: AsOf = None,
    ledger: Ledger = None,
    as_json: Json = False,
) -> int:
    """다른 프로그램의 꼴로 내보냅니다. 무엇을 잃는지도 알립니다. Answers in the forms of others, and what is lost."""
    from pathlib import Path

    from sagwan.views.export.bundle import bundle
    from sagwan.views.export.formats import FORMATS

    chosen = next((one for one in FORMATS if one.name == form), None)
    if chosen is None:
        raise typer.BadParameter(f"{form}: {', '.join(one.name for one in FORMATS)}", param_hint="FORMAT")
    with asked(ledger, quiet=as_json) as (db, lexicon):
        files = list(chosen.write(bundle(db, lexicon, name, day_of(as_of, "--as-of"))))
    folder = Path(to)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name_, data in files:
        (folder / name_).write_bytes(data)
        written.append({"file": str(folder / name_), "bytes": len(data)})
    if as_json:
        print_json({"format": chosen.name, "loses": chosen.loses, "files": written})
        return 0
    from sagwan.cli import look

    out = look.console()
    for one in written:
        out.print(f"{one['file']}  {one['bytes']:,} B", markup=False)
    out.print(f"{chosen.label} · 잃는 것: {chosen.loses}", style="dim", markup=False)
    return 0


COMMANDS = ((export, "sagwan export csv --to tables/ --ledger news.ledger"),)
