"""A language model behind an OpenAI-compatible endpoint, local or not, that writes sentences anew when asked to."""

from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from sagwan.core.errors import SagwanError
from sagwan.items.rephrase import asked

if TYPE_CHECKING:
    from collections.abc import Sequence

_PATIENCE = 60.0  # seconds; a model on a laptop takes twenty for five sentences


class _Message(msgspec.Struct):
    content: str


class _Choice(msgspec.Struct):
    message: _Message


class _Answer(msgspec.Struct):
    choices: list[_Choice]


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where the model answers: the address before `/chat/completions`, the model's name, and a key if it wants one."""

    address: str
    model: str
    key: str | None = None

    def write(self, sentences: Sequence[str]) -> list[str]:
        """The sentences in other words; none where the answer cannot be read.

        Raises `SagwanError` (`items.endpoint`) where nobody answers.
        """
        said = self._ask(asked(sentences))
        start, end = said.find("["), said.rfind("]")
        try:
            return msgspec.json.decode(said[start : end + 1], type=list[str])
        except msgspec.DecodeError:
            return []

    def _ask(self, words: str) -> str:
        if not self.address.startswith(("http://", "https://")):
            raise SagwanError("items.endpoint", "주소가 http:// 나 https:// 로 시작해야 합니다", self.address)
        body = {"model": self.model, "temperature": 0, "messages": [{"role": "user", "content": words}]}
        request = urllib.request.Request(  # noqa: S310  the scheme is checked above
            f"{self.address.rstrip('/')}/chat/completions",
            data=json.dumps(body).encode(),
            headers={"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {self.key}"} if self.key else {}),
        )
        try:
            with urllib.request.urlopen(request, timeout=_PATIENCE) as answer:  # noqa: S310  the scheme is checked above
                read = msgspec.json.decode(answer.read(), type=_Answer)
        except (OSError, msgspec.DecodeError, urllib.error.URLError) as wrong:
            raise SagwanError(
                "items.endpoint",
                "언어 모델이 답하지 않습니다",
                f"{self.address}: {wrong}",
                "주소와 모델 이름을 확인하십시오",
            ) from wrong
        return read.choices[0].message.content if read.choices else ""
