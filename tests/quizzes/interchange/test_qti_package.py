"""Packages are unpacked only when they are safe."""

import zipfile
from io import BytesIO

import pytest

from quizzes.interchange import bounds
from quizzes.interchange.model import BadFile
from quizzes.interchange.qti import read_qti

MANIFEST = (
    '<manifest xmlns="http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"><resources>'
    '<resource identifier="r" type="imsqti_item_xmlv3p0" href="a.xml"><file href="a.xml"/></resource>'
    "</resources></manifest>"
)


def packed(files: dict[str, bytes | str]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return target.getvalue()


def refusal(data: bytes) -> tuple[str, str]:
    with pytest.raises(BadFile) as caught:
        read_qti(data, scope="page")
    return caught.value.reason.code, caught.value.place.file


@pytest.mark.parametrize("name", ["../out.xml", "/etc/out.xml", "a/../../out.xml", "c:\\out.xml", "a\\..\\out.xml"])
def test_a_file_that_wants_out_refuses_the_package(name: str) -> None:
    assert refusal(packed({"imsmanifest.xml": MANIFEST, name: "x"}))[0] == "package_unsafe"


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    assert refusal(packed({"imsmanifest.xml": MANIFEST, "a.xml": b"\0" * 4_000_000})) == ("package_unsafe", "a.xml")


def test_more_than_may_be_unpacked_is_refused() -> None:
    parts = {f"{number}.bin": b"\0" * bounds.MEGABYTE for number in range(9)}
    assert refusal(packed({"imsmanifest.xml": MANIFEST, **parts}))[0] == "package_too_large"


def test_too_many_files_are_refused() -> None:
    parts = {f"{number}.txt": b"" for number in range(bounds.PACKED_FILES)}
    assert refusal(packed({"imsmanifest.xml": MANIFEST, **parts}))[0] == "package_too_large"


def test_a_link_is_refused() -> None:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        link = zipfile.ZipInfo("a.xml")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    assert refusal(target.getvalue()) == ("package_unsafe", "a.xml")


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(packed({"imsmanifest.xml": MANIFEST, "a.xml": b"<x/>" * 50}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = (4).to_bytes(4, "little")  # the directory says four bytes
    (line,) = read_qti(bytes(data), scope="page").lines
    assert line.verdict == "refused"


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "not_a_package"),
        (b"PK\x03\x04 not really", "not_a_package"),
        (packed({"a.xml": "<x/>"}), "no_manifest"),
        (packed({"imsmanifest.xml": "<manifest/>"}), "empty_file"),
        (packed({"imsmanifest.xml": "<manifest>"}), "not_xml"),
        (packed({"imsmanifest.xml": "<!DOCTYPE m><manifest/>"}), "forbidden_xml"),
        (b"x" * (bounds.FILE_BYTES + 1), "too_large"),
    ],
)
def test_what_is_no_package_is_refused(data: bytes, code: str) -> None:
    assert refusal(data)[0] == code


def test_an_item_that_is_missing_or_broken_is_told_and_spoils_nothing_else() -> None:
    resource = '<resource identifier="{0}" type="imsqti_item_xmlv3p0" href="{0}.xml"/>'
    manifest = f"<manifest>{''.join(resource.format(name) for name in ('gone', 'broken', 'evil', 'old'))}</manifest>"
    files = {
        "imsmanifest.xml": manifest,
        "broken.xml": "<qti-assessment-item>\n<p>",
        "evil.xml": "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
        "old.xml": "<assessmentItem xmlns='http://www.imsglobal.org/xsd/imsqti_v2p1'/>",
    }
    lines = read_qti(packed(files), scope="page").lines
    assert [(line.place.file, line.place.line, line.reasons[0].code) for line in lines] == [
        ("gone.xml", 0, "item_missing"),
        ("broken.xml", 2, "item_not_xml"),
        ("evil.xml", 1, "item_not_xml"),
        ("old.xml", 1, "old_qti"),
    ]
