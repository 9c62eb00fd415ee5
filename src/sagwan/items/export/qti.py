"""QTI packages (1EdTech): content packages with a manifest, a test, and a file an item, in version 3.0 or 2.1.

The two differ in names only (qti-choice-interaction, choiceInteraction), so one tree is built and named twice.
"""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Callable

    from sagwan.items.export.printed import Printed, Sheet

_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_ITEM = {
    "3.0": ("http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "imsqti_asiv3p0p1_v1p0.xsd"),
    "2.1": ("http://www.imsglobal.org/xsd/imsqti_v2p1", "imsqti_v2p1p1.xsd"),
}
_PLACE = {
    "3.0": "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/",
    "2.1": "http://www.imsglobal.org/xsd/qti/qtiv2p1/",
}
_PACKAGE = {
    "3.0": ("http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1", "QTI Package", "3.0.0"),
    "2.1": ("http://www.imsglobal.org/xsd/imscp_v1p1", "QTIv2.1 Package", "1.0.0"),
}
_TYPES = {"3.0": ("imsqti_test_xmlv3p0", "imsqti_item_xmlv3p0"), "2.1": ("imsqti_test_xmlv2p1", "imsqti_item_xmlv2p1")}
_MATCH = {
    "3.0": "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml",
    "2.1": "http://www.imsglobal.org/question/qti_v2p1/rptemplates/match_correct",
}
_MAP = {
    "3.0": "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml",
    "2.1": "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response",
}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # no clock: the same paper gives the same bytes


def qti(paper: Sheet, version: str = "3.0") -> bytes:
    """The package as a ZIP archive; the same paper gives the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        files = {f"items/{item.id}.xml": _item(item, version) for item in paper.items}
        files = {"imsmanifest.xml": _manifest(paper, version), "test.xml": _test(paper, version), **files}
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _namer(version: str) -> Callable[[str], str]:
    """Names as the version writes them: `choice-interaction` is qti-choice-interaction or choiceInteraction."""
    if version == "3.0":
        return lambda name: f"qti-{name}"
    return lambda name: re.sub(r"-(\w)", lambda m: m[1].upper(), name)


def _attributes(version: str, **given: str) -> dict[str, str]:
    """Attributes in the version's own case: `base_type` is base-type or baseType."""
    if version == "3.0":
        return {name.replace("_", "-"): value for name, value in given.items()}
    return {re.sub(r"_(\w)", lambda m: m[1].upper(), name): value for name, value in given.items()}


def _root(name: str, version: str, **given: str) -> ET.Element:
    space, schema = _ITEM[version]
    root = ET.Element(_namer(version)(name), {"xmlns": space, "xmlns:xsi": _XSI} | _attributes(version, **given))
    root.set("xsi:schemaLocation", f"{space} {_PLACE[version]}{schema}")
    return root


def _item(item: Printed, version: str) -> bytes:
    name = _namer(version)
    root = _root(
        "assessment-item", version, identifier=item.id, title=f"{item.n}", adaptive="false", time_dependent="false"
    )
    kind = "string" if item.answers else "identifier"
    given = _attributes(version, identifier="RESPONSE", cardinality="single", base_type=kind)
    response = ET.SubElement(root, name("response-declaration"), given)
    correct = ET.SubElement(response, name("correct-response"))
    ET.SubElement(correct, name("value")).text = item.answers[0] if item.answers else f"choice_{item.key + 1}"
    if item.answers:
        mapping = ET.SubElement(response, name("mapping"), _attributes(version, default_value="0"))
        for answer in item.answers:
            entry = _attributes(version, map_key=answer, mapped_value="1", case_sensitive="false")
            ET.SubElement(mapping, name("map-entry"), entry)
    score = _attributes(version, identifier="SCORE", cardinality="single", base_type="float")
    ET.SubElement(root, name("outcome-declaration"), score)
    root.append(_body(item, version))
    root.append(_processing(version, mapped=bool(item.answers)))
    return _bytes(root)


def _processing(version: str, *, mapped: bool) -> ET.Element:
    """How an answer is scored: by the standard template, and by its rules for players that know no templates."""
    name = _namer(version)
    processing = ET.Element(name("response-processing"), {"template": (_MAP if mapped else _MATCH)[version]})
    condition = ET.SubElement(processing, name("response-condition"))
    response = {"identifier": "RESPONSE"}
    if_, else_ = (ET.SubElement(condition, name(part)) for part in ("response-if", "response-else"))
    test = ET.SubElement(if_, name("is-null" if mapped else "match"))
    ET.SubElement(test, name("variable"), response)
    if mapped:
        _scored(if_, version, "0")
        ET.SubElement(_scored(else_, version), name("map-response"), response)
    else:
        ET.SubElement(test, name("correct"), response)
        _scored(if_, version, "1")
        _scored(else_, version, "0")
    return processing


def _scored(branch: ET.Element, version: str, score: str | None = None) -> ET.Element:
    """SCORE set in this branch, to a number where one is given."""
    name = _namer(version)
    outcome = ET.SubElement(branch, name("set-outcome-value"), {"identifier": "SCORE"})
    if score is not None:
        ET.SubElement(outcome, name("base-value"), _attributes(version, base_type="float")).text = score
    return outcome


def _body(item: Printed, version: str) -> ET.Element:
    name = _namer(version)
    body = ET.Element(name("item-body"))
    if item.box:
        quote = ET.SubElement(body, "blockquote")
        for line in item.box:
            ET.SubElement(quote, "p").text = line
    if item.answers:
        asked = ET.SubElement(body, "p")
        asked.text = f"{item.stem} "
        ET.SubElement(asked, name("text-entry-interaction"), _attributes(version, response_identifier="RESPONSE"))
        return body
    given = _attributes(version, response_identifier="RESPONSE", shuffle="false", max_choices="1")
    choice = ET.SubElement(body, name("choice-interaction"), given)
    ET.SubElement(choice, name("prompt")).text = item.stem
    for n, option in enumerate(item.options, 1):
        ET.SubElement(choice, name("simple-choice"), {"identifier": f"choice_{n}"}).text = option
    return body


def _test(paper: Sheet, version: str) -> bytes:
    name = _namer(version)
    root = _root("assessment-test", version, identifier="test", title=paper.title)
    score = _attributes(version, identifier="SCORE", cardinality="single", base_type="float")
    ET.SubElement(root, name("outcome-declaration"), score)
    given = _attributes(version, identifier="part", navigation_mode="nonlinear", submission_mode="simultaneous")
    part = ET.SubElement(root, name("test-part"), given)
    section = ET.SubElement(
        part, name("assessment-section"), {"identifier": "section", "title": "1", "visible": "true"}
    )
    for passage in paper.passages:
        section.append(_passage(passage, version))
    for item in paper.items:
        given = {"identifier": f"ref-{item.id}", "href": f"items/{item.id}.xml"}
        ET.SubElement(section, name("assessment-item-ref"), given)
    return _bytes(root)


def _passage(passage: str, version: str) -> ET.Element:
    """윗글, which the items ask about: a block that the candidate sees beside them."""
    name = _namer(version)
    block = ET.Element(name("rubric-block"), {"view": "candidate"})
    body = ET.SubElement(block, name("content-body")) if version == "3.0" else block
    for line in filter(str.strip, passage.splitlines()):
        ET.SubElement(body, "p").text = line.strip()
    return block


def _manifest(paper: Sheet, version: str) -> bytes:
    space, schema, schema_version = _PACKAGE[version]
    test_type, item_type = _TYPES[version]
    root = ET.Element("manifest", {"xmlns": space, "identifier": "package"})
    metadata = ET.SubElement(root, "metadata")
    ET.SubElement(metadata, "schema").text = schema
    ET.SubElement(metadata, "schemaversion").text = schema_version
    ET.SubElement(root, "organizations")
    resources = ET.SubElement(root, "resources")
    test = ET.SubElement(resources, "resource", {"identifier": "resource-test", "type": test_type, "href": "test.xml"})
    ET.SubElement(test, "file", {"href": "test.xml"})
    for item in paper.items:
        href = f"items/{item.id}.xml"
        given = {"identifier": f"resource-{item.id}", "type": item_type, "href": href}
        ET.SubElement(ET.SubElement(resources, "resource", given), "file", {"href": href})
        ET.SubElement(test, "dependency", {"identifierref": f"resource-{item.id}"})
    return _bytes(root)


def _bytes(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
