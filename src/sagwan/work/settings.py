"""Every setting once: flags, environment, file and documentation come from this one tuple."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name (flag `--max-bytes`, environment `SAGWAN_MAX_BYTES`, file `max_bytes`), default, sentence."""

    name: str
    default: str | int
    sentence: str

    @property
    def env(self) -> str:
        """The environment variable that sets it."""
        return f"SAGWAN_{self.name.upper()}"


SETTINGS: tuple[Setting, ...] = (
    Setting("ledger", "sagwan.ledger", "장부 파일 · the ledger's file"),
    Setting("workers", 1, "지면을 나누어 읽을 프로세스 수 · processes that read pages side by side"),
    Setting("max_bytes", 16_000_000, "지면 하나의 크기 한도(바이트) · the largest page that is read, in bytes"),
)
