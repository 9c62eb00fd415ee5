"""Every case that is missed with its reason, as a page of the documentation; what stands without a reason is told."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

REASONS = Path(__file__).with_name("reasons.toml")
PAGE = Path("docs/values-misses.md")
_HEAD = """# Every case of the suites that is missed (빗나간 보기)

Written by `make values`; the reasons are data (`bench/values/reasons.toml`), and a case that is missed without a reason
is reported there. **Wrong** marks an expectation that is wrong or at odds with the suite itself; the others are choices
or gaps of the reader. The sentences lie with their suites.
"""


def missed(listing: str) -> tuple[dict[str, str], dict[str, str]]:
    """By id, the dimension of each case whose value is missed, and of each whose span alone differs."""
    values: dict[str, str] = {}
    spans: dict[str, str] = {}
    for line in listing.splitlines():
        found = re.match(r"(\S+) (\S+) ", line)
        if found:
            wrong = "'value': False" in line or "'neg': False" in line
            (values if wrong else spans)[found[1]] = found[2]
    return values, spans


def write_page(listings: dict[str, str]) -> list[str]:
    """Write the page from the scorer's listings, by suite; what is amiss with the reasons, a line each."""
    reasons = tomllib.loads(REASONS.read_text(encoding="utf-8"))["reason"]
    values: dict[str, str] = {}
    spans: dict[str, str] = {}
    for listing in listings.values():
        here = missed(listing)
        values |= here[0]
        spans |= here[1]
    page = [_HEAD]
    listed: set[str] = set()
    for reason in reasons:
        cases = [case for case in reason["cases"] if case in values]
        listed |= set(reason["cases"])
        if cases:
            mark = "**Wrong.** " if reason.get("wrong") else ""
            page.append(f"\n## {mark}{reason['why']} ({len(cases)})\n\n| case | dimension |\n|---|---|")
            page += [f"| `{case}` | {values[case]} |" for case in cases]
    page.append(f"\n## The value is right, the place differs ({len(spans)})\n")
    page.append(
        "The suites take a particle, 안에, 이후 or the words of direction into the place (Duckling takes the whole\n"
        "input), or leave out what the reader takes in (여, 이상, the year). The reader's places are in values.md.\n"
    )
    page.append(", ".join(f"`{case}`" for case in spans))
    PAGE.write_text("\n".join(page) + "\n", encoding="utf-8")
    return [
        *(f"missed without a reason: {case} ({values[case]})" for case in values if case not in listed),
        *(f"a reason for a case that is right: {case}" for case in sorted(listed - values.keys())),
    ]
