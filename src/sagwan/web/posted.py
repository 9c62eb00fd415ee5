"""What a caller sends in the body of a request: JSON of one form, or the fields of a page's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import msgspec

from sagwan.core.errors import SagwanError

if TYPE_CHECKING:
    from starlette.datastructures import FormData
    from starlette.requests import Request

T = TypeVar("T")


async def posted(request: Request, form: type[T]) -> T:
    """The body as JSON of this form. Raises `SagwanError` (`web.parameter`), with what does not fit."""
    try:
        return msgspec.json.decode(await request.body(), type=form)
    except msgspec.DecodeError as wrong:
        raise SagwanError("web.parameter", f"보낸 것이 꼴에 맞지 않습니다: {wrong}", "body") from wrong


def field_of(form: FormData, name: str) -> str:
    """What was written in a field, "" where nothing was or a file."""
    value = form.get(name)
    return value if isinstance(value, str) else ""
