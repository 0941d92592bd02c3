"""What the server tells a phone about a form it keeps: taken, given back, or written by somebody else."""

import uuid

import pytest
from django.test import Client

from collaborative.tenancy.enums import Role
from pdsa.models import PDSACycle
from portal.phone import answers
from tests import factories
from tests.factories.pdsa import TUESDAY, acting_as

pytestmark = pytest.mark.django_db

THING = "c825da46-8324-2d41-88d0-b1d8d5967be8"


@pytest.fixture
def rosa(organization, collaborative, team):
    return factories.member(Role.TEACHER, team=team)


@pytest.fixture
def phone(rosa):
    client = Client()
    client.force_login(rosa.person.user)
    return client


def start_of(member):
    return f"/{member.organization_slug}/{member.collaborative_slug}/pdsa/start/"


def words(**others):
    return {"what": "one song", "look_back_on": TUESDAY.isoformat(), "form_key": str(uuid.uuid4()), **others}


def tries(member):
    with acting_as(member):
        return [cycle.what for cycle in PDSACycle.objects.all()]


def said(answer):
    cookie = answer.cookies.get(answers.ANSWER)
    return cookie.value if cookie else None


def test_a_form_that_was_taken_is_told_as_done(phone, rosa):
    answer = phone.post(start_of(rosa), words(kept=THING))

    assert (answer.status_code, said(answer)) == (302, f"{THING}.done")
    cookie = answer.cookies[answers.ANSWER]
    assert (cookie["samesite"], cookie["max-age"], cookie["httponly"]) == ("Lax", 3600, "")


def test_a_form_that_comes_back_is_told_as_back(phone, rosa):
    assert said(phone.post(start_of(rosa), words(kept=THING, what=""))) == f"{THING}.back"
    assert said(phone.post(start_of(rosa) + "nothing/", words(kept=THING))) is None  # no form was read


def test_nothing_is_told_of_other_forms_or_of_ids_that_are_none(phone, rosa):
    assert said(phone.post(start_of(rosa), words())) is None
    assert said(phone.post(start_of(rosa), words(kept="x; Path=/", what=""))) is None


def test_a_form_sent_after_signing_out_is_told_as_back(rosa):
    assert said(Client().post(start_of(rosa), words(kept=THING))) == f"{THING}.back"


def test_an_error_of_ours_tells_nothing_so_that_the_phone_keeps_it(phone, rosa, monkeypatch):
    monkeypatch.setattr("pdsa.views.start._written", lambda *arguments: 1 / 0)
    phone.raise_request_exception = False
    answer = phone.post(start_of(rosa), words(kept=THING))

    assert (answer.status_code, said(answer)) == (500, None)


def test_the_phones_own_fields_do_not_make_it_another_form(phone, rosa):
    sent = words()
    phone.post(start_of(rosa), {**sent, "kept": THING})
    headers = {"X-Written-By": str(rosa.person_id)}
    again = phone.post(start_of(rosa), {**sent, "written_by": str(rosa.person_id)}, headers=headers)

    assert (again.status_code, tries(rosa)) == (200, ["one song"])
    assert again.json()["went_to"].startswith(start_of(rosa).removesuffix("start/"))


@pytest.mark.parametrize("by_header", [True, False])
def test_words_of_somebody_else_are_not_taken(phone, rosa, team, by_header):
    tom = factories.member(Role.TEACHER, team=team)
    headers = {"X-Written-By": str(tom.person_id)} if by_header else {}
    fields = {} if by_header else {"written_by": str(tom.person_id)}

    answer = phone.post(start_of(rosa), words(**fields), headers=headers)

    assert (answer.status_code, tries(rosa)) == (412, [])
    assert "one song" not in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "status"),
    [({}, 200), ({"what": ""}, 422), ({"look_back_on": "2001-01-01"}, 422)],
)
def test_what_a_phone_sends_later_gets_a_short_answer(phone, rosa, fields, status):
    answer = phone.post(start_of(rosa), words(**fields), headers={"X-Written-By": str(rosa.person_id)})

    assert (answer.status_code, answer["Content-Type"]) == (status, "application/json")
    assert int(answer["Content-Length"]) == len(answer.content)
    assert ("went_to" in answer.json()) is (status == 200)


def test_later_and_signed_out_it_is_said(rosa):
    answer = Client().post(start_of(rosa), words(), headers={"X-Written-By": str(rosa.person_id)})

    assert answer.status_code == 401


def test_a_way_back_to_the_form_itself_is_no_yes(phone, rosa):
    """Numbers nobody asks for any more: "nothing new was put in" leads back to the same page."""
    address = start_of(rosa).replace("pdsa/start/", "metrics/enter/")
    answer = phone.post(address, {"gone-numerator": "3"}, headers={"X-Written-By": str(rosa.person_id)})

    assert answer.status_code == 422
