"""The papers themselves: what they say in three languages, their QR code, their fonts, their bytes."""

import io
import subprocess
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from pypdf import PdfReader

from certificates.domain import codes
from certificates.rendering import fonts
from certificates.rendering.paper import LANGUAGES, Holder, render
from tests.factories.certificates import make_facts

CODE = "7k2m9qx4t0h5c3vbnz8wr6yj1dgp"
HOLDER = Holder("Toʻrayeva Dilnoza Rustam qizi", "Тўраева Дилноза Рустам қизи")


def _paper(language: str, holder: Holder = HOLDER, **changes) -> bytes:
    return render(facts=make_facts(**changes), holder=holder, code=CODE, language=language)


def _text(content: bytes, tmp_path: Path) -> str:
    file = tmp_path / "paper.pdf"
    file.write_bytes(content)
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        (
            "uz",
            ["SERTIFIKAT", "SB № 000482", "Qayd raqami 2026/10-0482", "Toʻrayeva Dilnoza Rustam qizi",
             "2026-yil 12-oktabrdan 6-noyabrgacha", "144 akademik soat", "100 balldan 86 ball", "(2-nashr)",
             "Toshkent shahri, 2026-yil 9-noyabr", "2029-yil 8-noyabrgacha (shu kun ham)", "Direktor", "M.Oʻ.",
             "NAMUNA"],
        ),
        (
            "ru",
            ["СЕРТИФИКАТ", "SB № 000482", "Регистрационный номер 2026/10-0482", "Тўраева Дилноза Рустам қизи",
             "с 12 октября по 6 ноября 2026 года", "144 академических часа", "86 баллов из 100", "(2-е издание)",
             "г. Ташкент, 9 ноября 2026 года", "по 8 ноября 2029 года включительно", "М.П.", "NAMUNA",
             "Перевод; преимущественную силу имеет узбекский текст"],
        ),
        (
            "en",
            ["CERTIFICATE", "SB № 000482", "Registration no. 2026/10-0482", "Toʻrayeva Dilnoza Rustam qizi",
             "from 12 October to 6 November 2026", "144 academic hours", "86 points out of 100", "2nd edition",
             "Tashkent, 9 November 2026", "Valid through 8 November 2029", "Seal", "NAMUNA",
             "Translation; the Uzbek text prevails"],
        ),
    ],
)  # fmt: skip
def test_a_paper_says_everything_in_its_language(language: str, expected: list[str], tmp_path: Path) -> None:
    text = _text(_paper(language), tmp_path)
    assert [part for part in expected if part not in text] == []
    assert "saboq.example/verify" in text
    assert codes.grouped(CODE)[:19] in text


def test_the_uzbek_paper_is_no_copy_and_a_real_one_is_no_sample(tmp_path: Path) -> None:
    text = _text(_paper("uz", is_sample=False), tmp_path)
    assert "NAMUNA" not in text
    assert "tarjima" not in text.lower()


def test_a_duplicate_says_so(tmp_path: Path) -> None:
    assert "DUBLIKAT · SB № 000123 oʻrniga berilgan" in _text(_paper("uz", duplicate_of="SB № 000123"), tmp_path)
    russian = _text(_paper("ru", duplicate_of="SB № 000123"), tmp_path)
    assert "ДУБЛИКАТ · выдан взамен SB № 000123 · Перевод" in russian


def test_the_russian_copy_prints_latin_letters_where_no_others_were_given(tmp_path: Path) -> None:
    text = _text(_paper("ru", Holder("Toʻrayeva Dilnoza")), tmp_path)
    assert "Toʻrayeva Dilnoza" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_qr_code_on_the_sheet_leads_to_the_page_for_checking(language: str, tmp_path: Path) -> None:
    file = tmp_path / "paper.pdf"
    file.write_bytes(_paper(language))
    subprocess.run(["pdftoppm", "-r", "120", "-gray", "-png", str(file), str(tmp_path / "sheet")], check=True)
    with Image.open(next(tmp_path.glob("sheet*.png"))) as sheet:
        found = zxingcpp.read_barcodes(sheet)
    assert [code.text for code in found] == [f"https://saboq.example/verify/{CODE}/"]


def test_the_same_paper_has_the_same_bytes() -> None:
    assert _paper("uz") == _paper("uz")
    assert _paper("uz") != _paper("uz", number=483)


def test_a_paper_is_one_sheet_lying_on_its_side_tagged_and_titled() -> None:
    pdf = PdfReader(io.BytesIO(_paper("ru")))
    assert len(pdf.pages) == 1
    box = pdf.pages[0].mediabox
    assert (round(box.width / 72 * 25.4), round(box.height / 72 * 25.4)) == (297, 210)
    catalog = pdf.trailer["/Root"]
    assert catalog["/MarkInfo"]["/Marked"]
    assert catalog["/Lang"] == "ru"
    assert "/StructTreeRoot" in catalog
    assert "/Outlines" not in catalog
    assert pdf.metadata is not None
    assert pdf.metadata.title == "СЕРТИФИКАТ О ПОВЫШЕНИИ КВАЛИФИКАЦИИ SB № 000482"
    assert pdf.metadata.author == "Учебный центр онлайн-практики"


def test_only_our_own_fonts_are_in_it_and_all_are_embedded() -> None:
    pdf = PdfReader(io.BytesIO(_paper("ru")))
    found = [font.get_object() for font in pdf.pages[0]["/Resources"]["/Font"].values()]
    names = {str(font["/BaseFont"]).split("+")[-1].split("-")[1] for font in found}
    assert all("Paper-" in str(font["/BaseFont"]) for font in found)
    assert names == {"Display", "Text", "Sans"}
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object() for font in found]
    assert all("/FontFile2" in descriptor for descriptor in descriptors)


def test_every_letter_of_uzbek_karakalpak_and_russian_names_can_be_drawn() -> None:
    uzbek = "AaBbDdEeFfGgHhIiJjKkLlMmNnOoPpQqRrSsTtUuVvXxYyZzCcWw Oʻoʻ Gʻgʻ ʼ ÖöĞğŞşÇç"
    karakalpak = "ÁáǴǵŃńÓóÚúıÍí Әә Ғғ Ққ Ңң Өө Үү Ҳҳ Ўў"
    russian = "".join(chr(code) for code in range(0x410, 0x450)) + "Ёё №«»–—“”"
    assert fonts.missing_letters([uzbek, karakalpak, russian]) == ""
    assert fonts.missing_letters(["慧a\u0000"]) == "\u0000慧"


def test_a_paper_with_a_letter_that_cannot_be_drawn_is_not_made() -> None:
    with pytest.raises(fonts.LetterWithoutGlyph) as refused:
        _paper("uz", Holder("Toʻrayeva 慧"))
    assert refused.value.letters == "慧"


def test_fonts_stay_small() -> None:
    sizes = [(fonts.FOLDER / file).stat().st_size for *_names, file in fonts.FACES]
    assert max(sizes) < 120_000
    assert (fonts.FOLDER / "OFL.txt").exists()


@pytest.mark.parametrize("length", [10, 30, 45, 60, 90, 200])
def test_a_name_of_any_length_stays_on_one_sheet(length: int, tmp_path: Path) -> None:
    name = ("Abdurahmonova " * 20)[:length].strip()
    content = _paper("uz", Holder(name), title={"uz": "Uzun nom " * 25, "ru": "x", "en": "x"})
    assert len(PdfReader(io.BytesIO(content)).pages) == 1
    assert name.split()[0] in _text(content, tmp_path)


def test_markup_in_a_name_is_printed_and_not_obeyed(tmp_path: Path) -> None:
    text = _text(_paper("uz", Holder("<b>Karimova</b>")), tmp_path)
    assert "<b>Karimova</b>" in text
