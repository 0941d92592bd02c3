"""Papers: made in a process of their own, readable aloud, the same for the same words."""

import datetime
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from portal.papers.press import NotPrinted, pdf_of
from portal.papers.sizes import paper_of
from tests.proofs.pdf_words import words_of_pdf

DAY = datetime.date(2026, 11, 24)
PLAIN = '#let words = json(bytes(sys.inputs.words))\n#set document(title: "A page")\n#words.said'


@pytest.fixture
def template(tmp_path):
    file = tmp_path / "page.typ"
    file.write_text(PLAIN)
    return file


def test_a_paper_says_its_words_and_is_the_same_twice(template):
    first, again = (pdf_of(template, {"said": "#strong[Hello], Núñez"}, day=DAY) for _time in range(2))

    assert first == again
    assert "#strong[Hello], Núñez" in words_of_pdf(first)


def test_what_cannot_be_laid_out_says_so(tmp_path):
    broken = tmp_path / "broken.typ"
    broken.write_text("#nothing-of-that-name")

    with pytest.raises(NotPrinted, match="nothing-of-that-name"):
        pdf_of(broken, {}, day=DAY)


def test_no_web_process_loads_the_library_that_lays_out():
    words = (
        "import django; django.setup(); import sys;"
        "from portal.help.views import guide; from portal.recognition.views import certificates;"
        "print('typst' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", words], capture_output=True, text=True, cwd=settings.BASE_DIR, check=True
    )

    assert done.stdout.strip() == "False"


@pytest.mark.parametrize(("country", "paper"), [("US", "us-letter"), ("MX", "us-letter"), ("DE", "a4"), ("", "a4")])
def test_people_print_on_the_paper_of_their_country(country, paper):
    assert paper_of(country) == paper


def test_templates_of_papers_are_part_of_the_project():
    found = {path.name for path in Path(settings.BASE_DIR, "portal").rglob("*.typ")}

    assert found == {"certificate.typ", "guide.typ", "report.typ"}
