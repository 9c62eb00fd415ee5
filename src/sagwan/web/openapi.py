"""The description of the interface (OpenAPI 3.1), made from the questions and the types of their answers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import msgspec

from sagwan import __version__
from sagwan.web.questions import QUESTIONS
from sagwan.web.shape import Shapes

if TYPE_CHECKING:
    from sagwan.web.questions import Question
    from sagwan.web.shape import Schema

PROBLEM: Schema = {
    "type": "object",
    "description": "RFC 9457: what went wrong, where, and what repairs it.",
    "properties": {
        "type": {"type": "string"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "code": {"type": "string"},
        "where": {"type": "string"},
        "repair": {"anyOf": [{"type": "string"}, {"type": "null"}]},
    },
    "required": ["type", "title", "status", "code", "where", "repair"],
}
_REFUSALS = {
    "400": "물음이 맞지 않습니다 · the question does not fit",
    "401": "열쇠가 없습니다 · no key",
    "403": "이 열쇠로는 할 수 없습니다 · the key does not allow it",
    "404": "장부에 없습니다 · not in the ledger",
    "409": "지금 장부와 어긋납니다 · at odds with the ledger",
    "410": "내려진 글입니다 · taken down",
    "429": "너무 잦습니다 · too often",
    "503": "장부를 열 수 없습니다 · the ledger cannot be opened",
}
_TAG = {
    "ETag": {"schema": {"type": "string"}, "description": "이 답의 이름 · changes when the answer does"},
}


def described() -> dict[str, object]:
    """The whole description."""
    shapes = Shapes()
    paths: dict[str, object] = {one.path: {"get": _operation(one, shapes)} for one in QUESTIONS}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "사관 Sagwan",
            "version": __version__,
            "description": "한국어 뉴스에서 누가 무엇을 말하고 했는지 적은 장부. A ledger read from Korean news.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/api/v1"}],
        "security": [{}, {"key": []}],
        "paths": paths,
        "components": {
            "schemas": {**dict(sorted(shapes.named.items())), "Problem": PROBLEM},
            "securitySchemes": {"key": {"type": "http", "scheme": "bearer"}},
            "responses": {code: _problem(said) for code, said in _REFUSALS.items()},
        },
    }


def _operation(question: Question, shapes: Shapes) -> dict[str, object]:
    shown: dict[str, object] = {"application/json": {"schema": shapes.of(question.answer)}}
    given = [*parameters(question)]
    if question.rows is not None:
        shown["text/csv"] = {"schema": {"type": "string"}}
        choice = {"type": "string", "enum": ["json", "csv"], "default": "json"}
        given.append({"name": "format", "in": "query", "required": False, "schema": choice})
    return {
        "operationId": question.id,
        "summary": question.says,
        "parameters": given,
        "responses": {
            "200": {"description": question.says, "headers": _TAG, "content": shown},
            "304": {"description": "그대로입니다 · not modified"},
            **{code: {"$ref": f"#/components/responses/{code}"} for code in _REFUSALS},
        },
    }


def parameters(question: Question) -> list[dict[str, object]]:
    """What a question takes, from its form."""
    within = set(re.findall(r"{(\w+)}", question.path))
    (schema,), named = msgspec.json.schema_components([question.form], ref_template="{name}")
    form: Any = named[str(schema["$ref"])]
    found = []
    for name, shape in form["properties"].items():
        plain, says = _plain(shape, named)
        place = "path" if name in within else "query"
        needed = name in form.get("required", ())
        one: dict[str, object] = {"name": name, "in": place, "required": needed, "schema": plain}
        found.append({**one, "description": says} if says else one)
    return found


def _plain(shape: dict[str, Any], named: dict[str, Any]) -> tuple[dict[str, object], str | None]:
    """A parameter's schema: left out is left out, never null."""
    if "anyOf" in shape:
        (shape,) = [one for one in shape["anyOf"] if one != {"type": "null"}]
    if "$ref" in shape:
        shape = named[shape["$ref"]]
    says = shape.get("description")
    return {key: value for key, value in shape.items() if key not in ("description", "default", "title")}, says


def _problem(said: str) -> dict[str, object]:
    ref = {"$ref": "#/components/schemas/Problem"}
    return {"description": said, "content": {"application/problem+json": {"schema": ref}}}
