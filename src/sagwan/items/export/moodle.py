"""Moodle XML: a question bank that Moodle imports whole."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from sagwan.items.export.printed import Printed, Sheet


def moodle(paper: Sheet) -> bytes:
    """The passages as descriptions; multiple choice with one right answer, feedback an option; short answers with every
    accepted way to write them.
    """
    quiz = ET.Element("quiz")
    category = ET.SubElement(quiz, "question", type="category")
    ET.SubElement(ET.SubElement(category, "category"), "text").text = f"$course$/{paper.title.replace('/', '·')}"
    for n, passage in enumerate(paper.passages, 1):
        quiz.append(_description(n, passage))
    for item in paper.items:
        quiz.append(_question(item))
    ET.indent(quiz)
    return bytes(ET.tostring(quiz, encoding="utf-8", xml_declaration=True))


def _description(n: int, passage: str) -> ET.Element:
    """윗글, as Moodle shows what is no question."""
    shown = ET.Element("question", type="description")
    ET.SubElement(ET.SubElement(shown, "name"), "text").text = f"글 {n}"
    lines = filter(str.strip, passage.splitlines())
    _text(shown, "questiontext", "".join(f"<p>{escape(line.strip())}</p>" for line in lines), format="html")
    return shown


def _question(item: Printed) -> ET.Element:
    question = ET.Element("question", type="shortanswer" if item.answers else "multichoice")
    ET.SubElement(ET.SubElement(question, "name"), "text").text = f"{item.n:03d} {item.id}"
    box = f"<blockquote>{'<br>'.join(map(escape, item.box))}</blockquote>" if item.box else ""
    _text(question, "questiontext", f"<p>{escape(item.stem)}</p>{box}", format="html")
    _text(question, "generalfeedback", f"<p>{'<br>'.join(map(escape, item.why))}</p>", format="html")
    ET.SubElement(question, "defaultgrade").text = "1.0"
    ET.SubElement(question, "idnumber").text = item.id
    if item.answers:
        ET.SubElement(question, "usecase").text = "0"
        for answer in item.answers:
            _text(question, "answer", answer, fraction="100", format="plain_text")
        return question
    ET.SubElement(question, "single").text = "true"
    ET.SubElement(question, "shuffleanswers").text = "0"
    ET.SubElement(question, "answernumbering").text = "123"
    for n, (option, why) in enumerate(zip(item.options, item.why, strict=True)):
        choice = _text(question, "answer", escape(option), fraction="100" if n == item.key else "0", format="html")
        _text(choice, "feedback", escape(why), format="html")
    return question


def _text(parent: ET.Element, tag: str, words: str, **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    ET.SubElement(element, "text").text = words
    return element
