"""Every setting once: flags, environment (`SAGWAN_…`), file (`sagwan.toml`) and documentation come from here."""

from __future__ import annotations

import difflib
import os
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import msgspec

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from collections.abc import Mapping

FILE = Path("sagwan.toml")


def _said(sentence: str, ge: int | None = None, le: int | None = None) -> msgspec.Meta:
    return msgspec.Meta(description=sentence, ge=ge, le=le)


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The settings of one command. A flag wins over the environment, that over the file, that over the default."""

    ledger: Annotated[str, _said("장부 파일 · the ledger's file")] = "sagwan.ledger"
    workers: Annotated[int, _said("지면을 나누어 읽을 프로세스 수 · processes that read side by side", 1, 256)] = 1
    max_bytes: Annotated[int, _said("지면 하나의 크기 한도(바이트) · the largest page that is read", 1)] = 16_000_000


class Setting(msgspec.Struct, frozen=True):
    """A setting as its documentation shows it."""

    name: str
    default: str | int
    sentence: str

    @property
    def flag(self) -> str:
        """How it is given on the command line."""
        return "--" + self.name.replace("_", "-")

    @property
    def env(self) -> str:
        """The environment variable that sets it."""
        return f"SAGWAN_{self.name.upper()}"


def settings() -> tuple[Setting, ...]:
    """All settings with their defaults and sentences."""
    found = []
    for field in msgspec.structs.fields(Settings):
        (meta,) = field.type.__metadata__
        found.append(Setting(field.name, field.default, meta.description))
    return tuple(found)


def load_settings(
    flags: Mapping[str, str | int | None], environ: Mapping[str, str] | None = None, file: Path = FILE
) -> Settings:
    """Bring the four together; a flag that is None was not given.

    Raises `SagwanError`: `setting.unknown` with the nearest known name, `setting.value`, `setting.file`.
    """
    environ = os.environ if environ is None else environ
    known = {setting.name: setting for setting in settings()}
    given = _from_file(file, known)
    given |= {name: environ[one.env] for name, one in known.items() if one.env in environ}
    given |= {name: value for name, value in flags.items() if value is not None}
    try:
        return msgspec.convert(given, Settings, strict=False)
    except msgspec.ValidationError as wrong:
        raise SagwanError(
            "setting.value", f"설정 값이 맞지 않습니다: {wrong}", "flags, SAGWAN_*, sagwan.toml"
        ) from wrong


def _from_file(file: Path, known: Mapping[str, Setting]) -> dict[str, object]:
    try:
        given = tomllib.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as broken:
        raise SagwanError("setting.file", f"설정 파일을 읽을 수 없습니다: {broken}", str(file)) from broken
    for name in given:
        if name not in known:
            near = difflib.get_close_matches(name, known, 1) or list(known)
            raise SagwanError("setting.unknown", f"모르는 설정입니다: {name}", str(file), f"혹시: {', '.join(near)}")
    return given
