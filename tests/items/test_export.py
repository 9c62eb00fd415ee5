"""Every format is read back by a library that did not write it."""

import csv
import io
import zipfile
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from sagwan.core.errors import SagwanError
from sagwan.items.export.document import lines
from sagwan.items.export.formats import FORMATS, export
from sagwan.items.export.plain import _cell, _gf
from sagwan.items.export.printed import sheet


@pytest.fixture(scope="module")
def paper(made):
    return sheet("읽기 <문항> & 답", ["첫 문단이다.\n둘째 문단이다."], made[:24])


def test_qti_packages_hold_every_item(paper):
    for form, space in (("qti3", "imsqtiasi_v3p0"), ("qti21", "imsqti_v2p1")):
        with zipfile.ZipFile(io.BytesIO(export(paper, form))) as archive:
            manifest = ET.fromstring(archive.read("imsmanifest.xml"))
            hrefs = [e.get("href") for e in manifest.iter() if e.tag.endswith("}file")]
            assert set(hrefs) | {"imsmanifest.xml"} == set(archive.namelist())
            for item in paper.items:
                root = ET.fromstring(archive.read(f"items/{item.id}.xml"))
                assert space in root.tag
                values = [e.text for e in root.iter() if e.tag.endswith(("}qti-value", "}value"))]
                assert values == [item.answers[0] if item.answers else f"choice_{item.key + 1}"]
                choices = [e.text for e in root.iter() if e.tag.endswith(("}qti-simple-choice", "}simpleChoice"))]
                assert tuple(choices) == item.options


def test_qti_21_upgraded_by_another_is_qti_3(paper, tmp_path: Path):
    convert = pytest.importorskip("qti_convert")
    theirs = convert.upgrade_package_files(convert.read_package(export(paper, "qti21"))).files
    for item in paper.items:
        root = ET.fromstring(theirs[f"items/{item.id}.xml"])
        assert root.tag == "{http://www.imsglobal.org/xsd/imsqtiasi_v3p0}qti-assessment-item"
        choices = [e.text for e in root.iter() if e.tag.endswith("}qti-simple-choice")]
        assert tuple(choices) == item.options
        assert root.find(".//{*}qti-response-processing//{*}qti-set-outcome-value") is not None


def test_qti_packages_score_by_rules_of_their_own(paper):
    """Not by the template's address alone: players without a network know no templates."""
    for form in ("qti3", "qti21"):
        with zipfile.ZipFile(io.BytesIO(export(paper, form))) as archive:
            for item in paper.items:
                (processing,) = (
                    e
                    for e in ET.fromstring(archive.read(f"items/{item.id}.xml")).iter()
                    if e.tag.lower().replace("-", "").endswith("responseprocessing")
                )
                rules = [
                    e.tag.partition("}")[2].replace("-", "").lower().removeprefix("qti") for e in processing.iter()
                ]
                assert processing.get("template")
                assert ("mapresponse" if item.answers else "match") in rules
                assert rules.count("setoutcomevalue") == 2


def test_moodle_gives_the_key_all_marks(paper):
    quiz = ET.fromstring(export(paper, "moodle"))
    questions = [q for q in quiz if q.get("type") not in ("category", "description")]
    assert len(questions) == len(paper.items)
    for question, item in zip(questions, paper.items, strict=True):
        answers = question.findall("answer")
        full = [a.findtext("text") for a in answers if a.get("fraction") == "100"]
        assert full == list(item.answers or (item.options[item.key].replace("&", "&amp;"),))
        assert question.findtext("idnumber") == item.id


def test_the_passage_goes_with_its_items(paper):
    """윗글 is asked about in every format."""
    for form in ("qti3", "qti21"):
        with zipfile.ZipFile(io.BytesIO(export(paper, form))) as archive:
            (section,) = (e for e in ET.fromstring(archive.read("test.xml")).iter() if e.get("identifier") == "section")
            assert section[0].get("view") == "candidate"
            assert [e.text for e in section[0].iter() if e.tag.endswith("}p")] == ["첫 문단이다.", "둘째 문단이다."]
    quiz = ET.fromstring(export(paper, "moodle"))
    (told,) = (q for q in quiz if q.get("type") == "description")
    assert told.findtext("questiontext/text") == "<p>첫 문단이다.</p><p>둘째 문단이다.</p>"
    assert export(paper, "gift").decode().startswith("::글 1:: [plain]첫 문단이다.\\n둘째 문단이다.\n\n")


def test_gift_escapes_what_gift_means(paper):
    words = export(paper, "gift").decode()
    assert words.count("\n::") + words.startswith("::") == len(paper.items) + len(paper.passages)
    assert _gf("a=b{c}~#:\\") == r"a\=b\{c\}\~\#\:\\"


def test_csv_has_a_row_an_item_and_no_formula(paper):
    rows = list(csv.DictReader(io.StringIO(export(paper, "csv").decode("utf-8-sig"))))
    assert [row["id"] for row in rows] == [item.id for item in paper.items]
    assert _cell("=HYPERLINK()") == "'=HYPERLINK()"


def test_word_and_hancom_documents_hold_every_line(paper, tmp_path: Path):
    docx2txt, parser = pytest.importorskip("docx2txt"), pytest.importorskip("hwp_hwpx_parser")
    word, hancom = tmp_path / "p.docx", tmp_path / "p.hwpx"
    word.write_bytes(export(paper, "docx"))
    hancom.write_bytes(export(paper, "hwpx"))
    with parser.Reader(str(hancom)) as reader:
        shown = {"docx": docx2txt.process(str(word)), "hwpx": reader.extract_text()}
    for words in shown.values():
        flat = "".join(words.split())
        missing = [line for line in lines(paper) if line.kind != "box" and "".join(line.words.split()) not in flat]
        assert not missing


def test_a_pdf_wants_a_korean_font(paper, tmp_path: Path):
    with pytest.raises(SagwanError, match=r"items\.font"):
        export(paper, "pdf", tmp_path / "no.ttf")


def test_a_pdf_is_set_in_the_typeface_of_the_web_pages(paper):
    pdfium = pytest.importorskip("pypdfium2")
    if not (files("sagwan") / "web" / "assets" / "noto-sans-kr").is_dir():
        pytest.skip("no assets here (make assets)")
    few = replace(paper, items=paper.items[:2])
    document = pdfium.PdfDocument(export(few, "pdf"))
    shown = "".join("".join(page.get_textpage().get_text_bounded().split()) for page in document)
    for item in few.items:
        assert "".join(item.stem.split()) in shown
        assert all("".join(option.split()) in shown for option in item.options)


def test_an_unknown_format_is_refused(paper):
    with pytest.raises(SagwanError, match=r"items\.format"):
        export(paper, "doc")


def test_the_same_paper_gives_the_same_bytes(paper):
    for form in ("markdown", "csv", "gift", "moodle", "qti3", "qti21"):
        assert FORMATS[form](paper) == FORMATS[form](paper)
