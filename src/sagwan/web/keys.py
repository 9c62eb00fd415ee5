"""Keys: who may read and who may change, when the ledger is shown beyond this machine."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from pathlib import Path


class Scope(StrEnum):
    """What somebody may do."""

    READ = "read"
    JUDGE = "judge"
    UPLOAD = "upload"


class Role(StrEnum):
    """A reader reads; an editor also rules on who is who and brings pages."""

    READER = "reader"
    EDITOR = "editor"

    @property
    def scopes(self) -> frozenset[Scope]:
        """What the role may do."""
        return frozenset(Scope) if self is Role.EDITOR else frozenset({Scope.READ})


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds a key; `name` stands in the ledger beside each ruling that is given with it."""

    name: str
    role: Role
    digest: str


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one ledger, in a file beside it that its owner alone may read. Only hashes are kept."""

    path: Path

    @classmethod
    def of(cls, ledger: Path) -> Keys:
        """Those of this ledger."""
        return cls(ledger.with_name(f"{ledger.name}.keys"))

    def holders(self) -> tuple[Holder, ...]:
        """Everybody who holds one. Raises `SagwanError` (`keys.broken`)."""
        try:
            return msgspec.json.decode(self.path.read_bytes(), type=_File).holders
        except FileNotFoundError:
            return ()
        except (OSError, msgspec.DecodeError) as broken:
            raise SagwanError("keys.broken", f"열쇠 파일을 읽을 수 없습니다: {broken}", str(self.path)) from broken

    def add(self, name: str, role: Role) -> str:
        """A new key, given back once and never again. Raises `SagwanError` (`keys.taken`)."""
        holders = self.holders()
        if any(one.name == name for one in holders):
            raise SagwanError("keys.taken", "이미 열쇠를 가진 이름입니다", name, f"sagwan keys remove {name}")
        key = f"sagwan_{secrets.token_urlsafe(32)}"
        self._write((*holders, Holder(name, role, _digest(key))))
        return key

    def remove(self, name: str) -> None:
        """Take a key away; it opens nothing from now on. Raises `SagwanError` (`keys.unknown`)."""
        holders = self.holders()
        left = tuple(one for one in holders if one.name != name)
        if left == holders:
            raise SagwanError("keys.unknown", "그런 이름의 열쇠가 없습니다", name, "sagwan keys list")
        self._write(left)

    def holder(self, key: str) -> Holder | None:
        """Whose key it is, compared without giving away by its time how much of it was right."""
        digest = _digest(key)
        found = None
        for one in self.holders():
            if hmac.compare_digest(one.digest, digest):
                found = one
        return found

    def _write(self, holders: tuple[Holder, ...]) -> None:
        made = self.path.with_name(f"{self.path.name}.new")
        handle = os.open(made, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(_File(holders))))
        made.replace(self.path)


def _digest(key: str) -> str:
    """A key has 256 random bits: nothing is gained by a slow hash."""
    return hashlib.sha256(key.encode()).hexdigest()
