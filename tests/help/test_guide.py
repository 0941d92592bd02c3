"""The illustrated guide: every step has its picture, made of a page that is still there, in each language."""

import io
import json
import re
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.urls import resolve, reverse
from PIL import Image

from collaborative.tenancy.enums import Role
from collaborative.tenancy.models import House
from portal.help.guide import GUIDES, HEIGHT, WIDTH, picture_of
from tests import factories
from tests.proofs.pdf_words import IMAGE, words_of_pdf

STEPS = [(guide, step) for guide in GUIDES.values() for step in guide.steps]
LANGUAGES = [code for code, _name in settings.LANGUAGES]
STATIC = Path(settings.BASE_DIR) / "static"
TAKEN = json.loads((Path(settings.BASE_DIR) / "portal/help/guide/pictures.json").read_text())
MOST_BYTES = 1_500_000
ROW = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
A_ROW = str(UUID(int=1))


def all_pictures():
    return {picture_of(guide, step, language): step for guide, step in STEPS for language in LANGUAGES}


@pytest.fixture
def sign_in(client, organization):
    def signed_in(role, **values):
        collaborative = values.pop("collaborative", None) or values["team"].collaborative
        member = factories.member(role, collaborative=collaborative, **values)
        client.force_login(member.person.user)
        return lambda path: client.get(f"/{organization.slug}/{collaborative.slug}/help/guide/{path}")

    return signed_in


def test_each_role_of_the_guide_has_five_to_eight_steps():
    assert set(GUIDES) == {
        Role.TEACHER, Role.FAMILY_PARTNER, Role.TEAM_LEADER, Role.SENIOR_LEADER, Role.FACULTY_COACH,
        Role.IMPLEMENTATION_TEAM,
    }  # fmt: skip
    assert {role: len(guide.steps) for role, guide in GUIDES.items() if not 5 <= len(guide.steps) <= 8} == {}
    assert {
        role for role, guide in GUIDES.items() if len({step.key for step in guide.steps}) < len(guide.steps)
    } == set()


@pytest.mark.capability("C087")
def test_every_step_has_its_picture_in_every_language_and_none_is_left_over():
    there = {str(path.relative_to(STATIC)) for path in (STATIC / "guide").rglob("*.webp")}

    assert there == set(all_pictures()) == set(TAKEN)
    assert sum((STATIC / name).stat().st_size for name in there) < MOST_BYTES
    sizes = {Image.open(STATIC / name).size for name in there}
    assert sizes == {(WIDTH, HEIGHT)}


@pytest.mark.capability("C087")
def test_every_picture_was_taken_of_the_page_its_step_speaks_of():
    """A page that moves or goes takes its picture along: the address it was taken at leads to that page no more."""
    pages = {
        name: resolve("/somewhere/here/" + ROW.sub(A_ROW, path.split("?")[0])).view_name for name, path in TAKEN.items()
    }

    assert pages == {name: step.page for name, step in all_pictures().items()}


@pytest.mark.parametrize(("guide", "step"), STEPS, ids=lambda one: getattr(one, "key", None) or one.role)
def test_a_page_of_the_guide_can_be_found(guide, step):
    assert reverse(step.begins or step.page, args=["somewhere", "here"])


@pytest.mark.capability("C087")
def test_a_teacher_is_led_step_by_step(sign_in, team):
    see = sign_in(Role.TEACHER, team=team)

    first = see("")
    listed = see("teacher/").content.decode()
    page = see("teacher/start/")
    words = page.content.decode()

    assert first.url.endswith("/help/guide/teacher/")
    assert [
        step.title for step in GUIDES[Role.TEACHER].steps if str(step.title) not in listed.replace("&#x27;", "'")
    ] == []
    assert (page.context["before"].key, page.context["after"].key) == ("home", "try")
    assert 'src="/static/guide/en/teacher-start' in words
    assert f'width="{WIDTH}" height="{HEIGHT}" alt="A short form: one box for what to try' in words
    assert page.context["page_url"].endswith("/pdsa/start/")
    assert words.count("<img") == 1


def test_pictures_come_in_the_readers_language(sign_in, team):
    see = sign_in(Role.TEACHER, team=team, person=factories.person(language="es"))

    assert 'src="/static/guide/es/teacher-start' in see("teacher/start/").content.decode()


def test_the_guide_of_others_offers_no_way_that_may_be_shut(sign_in, team):
    see = sign_in(Role.TEACHER, team=team)

    assert see("implementation_team/plans/").context["page_url"] == ""


@pytest.mark.parametrize("path", ["nobody/", "teacher/nothing/", "director/", "nobody/print/", "nobody/home/"])
def test_what_the_guide_does_not_have_is_not_there(sign_in, team, path):
    assert sign_in(Role.TEACHER, team=team)(path).status_code == 404


def test_who_has_no_steps_of_their_own_chooses(sign_in, collaborative):
    page = sign_in(Role.OBSERVER, collaborative=collaborative)("")

    assert [guide.role for guide in page.context["guides"]] == list(GUIDES)


@pytest.mark.capability("C087")
def test_the_guide_speaks_in_the_collaboratives_own_words(sign_in, team):
    nouns = {"center": {"en": ["program", "programs"]}, "family_partner": {"en": ["parent leader", "parent leaders"]}}
    House.objects.create(collaborative=team.collaborative, vocabulary=nouns)
    see = sign_in(Role.FAMILY_PARTNER, team=team)

    page, paper = see("family_partner/group/"), words_of_pdf(see("family_partner/print/").content)

    said = "You have a group with the parent leaders of the other programs."
    assert said in page.content.decode()
    assert said in " ".join(paper.split())


@pytest.mark.capability("C087")
def test_the_same_steps_stand_on_paper_with_their_pictures(sign_in, team):
    answer = sign_in(Role.TEACHER, team=team)("teacher/print/")

    words = " ".join(words_of_pdf(answer.content).split())
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert answer.content.startswith(b"%PDF-")
    assert [str(step.title) for step in GUIDES[Role.TEACHER].steps if str(step.title) not in words] == []
    assert len(IMAGE.findall(answer.content)) == len(GUIDES[Role.TEACHER].steps)


def test_help_and_the_newcomers_page_lead_to_the_guide(client, organization, team):
    client.force_login(factories.member(Role.TEACHER, team=team).person.user)
    here = f"/{organization.slug}/{team.collaborative.slug}/"

    pages = [client.get(here + path).content.decode() for path in ("help/", "new-here/", "people/welcome/")]

    assert [f'href="{here}help/guide/"' in page for page in pages] == [True, True, True]


def test_a_picture_is_small_enough_for_a_poor_line():
    """A step loads one picture: beside what every page loads, it stays far below 40 kB."""
    heavy = {name for name in TAKEN if (STATIC / name).stat().st_size > 30_000}

    assert heavy == set()
    assert all(Image.open(io.BytesIO((STATIC / name).read_bytes())).format == "WEBP" for name in TAKEN)
