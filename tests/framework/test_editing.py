import pytest

from collaborative.framework import actions
from collaborative.framework.models import Aim, StarterIdea
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.factories.framework import aim, driver, framework, idea, secondary, term
from tests.framework.shared import READERS, words

pytestmark = pytest.mark.django_db


@pytest.mark.capability("C099")
def test_aim_edit_changes_the_aim(writer, place, collaborative):
    row = aim(framework(collaborative))

    answer = writer.post(
        f"{place}/aims/{row.pk}/edit/",
        {
            "version": 1,
            "text": "Better mornings",
            "measure": "calm arrivals",
            "target": "most",
            "by_when": "2027-06-30",
        },
    )

    assert (answer.status_code, answer["Location"]) == (302, f"{place}/")
    with entered(Context(organization=collaborative.organization_id)):
        stored = Aim.objects.get(pk=row.pk)
    assert (stored.text, stored.measure, stored.target, str(stored.by_when), stored.version) == (
        "Better mornings", "calm arrivals", "most", "2027-06-30", 2,
    )  # fmt: skip


def test_aim_edit_of_the_second_writer_shows_both_and_then_saves_what_she_chose(writer, place, collaborative):
    row = aim(framework(collaborative), text="As it was")
    with entered(Context(organization=collaborative.organization_id)):
        actions.edit_aim(row, version=1, by=None, text="Theirs")

    told = writer.post(f"{place}/aims/{row.pk}/edit/", {"version": 1, "text": "Mine"})

    assert told.status_code == 409
    assert "Somebody saved this while you were writing" in words(told)
    assert "Theirs" in words(told) and "Mine" in words(told)
    again = writer.post(f"{place}/aims/{row.pk}/edit/", {"version": told.context["version"], "text": "Mine"})
    assert again.status_code == 302
    with entered(Context(organization=collaborative.organization_id)):
        assert Aim.objects.get(pk=row.pk).text == "Mine"


def test_an_empty_answer_is_explained_and_what_was_typed_stays(writer, place, collaborative):
    row = driver(framework(collaborative))

    answer = writer.post(
        f"{place}/drivers/{row.pk}/edit/", {"version": 1, "short_title": "", "long_title": "Kept", "rationale": "x"}
    )

    assert answer.status_code == 200
    assert set(answer.context["form"].errors) == {"short_title"}
    assert "Kept" in words(answer)


def test_driver_and_way_and_idea_and_word_are_edited_and_one_lands_where_they_stand(writer, place, collaborative):
    under = driver(framework(collaborative), code="D2")
    way, small, word = secondary(under), idea(under), term(collaborative)
    page = f"{place}/drivers/D2/"

    sent = {
        f"{place}/drivers/{under.pk}/edit/": ({"short_title": "Short", "long_title": "Long"}, page),
        f"{place}/secondary/{way.pk}/edit/": ({"label": "New label", "plain": "New plain"}, page),
        f"{place}/ideas/{small.pk}/edit/": (
            {"title": "New idea", "what": "Do it", "role_label": "aide", "secondary_id": str(way.pk)}, page,
        ),
        f"{place}/glossary/{word.pk}/edit/": ({"text": "New words"}, f"{place}/glossary/"),
    }  # fmt: skip
    for address, (typed, lands) in sent.items():
        answer = writer.post(address, {"version": 1, **typed})
        assert (answer.status_code, answer["Location"]) == (302, lands)

    seen = words(writer.get(page))
    for text in ("Short", "Long", "New label", "New plain", "New idea", "Do it"):
        assert text in seen
    assert "New words" in words(writer.get(f"{place}/glossary/"))


def test_idea_add_hide_and_put_back(writer, place, collaborative):
    under = driver(framework(collaborative), code="D5")

    added = writer.post(
        f"{place}/drivers/{under.pk}/ideas/add/", {"title": "Soup day", "what": "Stir together", "role_label": "cook"}
    )
    assert added.status_code == 302
    with entered(Context(organization=collaborative.organization_id)):
        made = StarterIdea.objects.get(title="Soup day")
    hidden = writer.post(f"{place}/ideas/{made.pk}/hide/")
    assert hidden["Location"] == f"{place}/drivers/D5/?idea={made.pk}"
    after = writer.get(hidden["Location"])
    assert after.context["ideas"] == [] and "Put it back" in words(after)
    writer.post(f"{place}/ideas/{made.pk}/show/")
    assert [row.title for row in writer.get(f"{place}/drivers/D5/").context["ideas"]] == ["Soup day"]


@pytest.mark.parametrize(
    "role", [role for role in READERS if role not in (Role.IMPLEMENTATION_TEAM, Role.ORGANIZATION_ADMIN)]
)
def test_nobody_else_edits(as_role, place, collaborative, role):
    made = framework(collaborative)
    under = driver(made)
    rows = {"aims": aim(made), "drivers": under, "secondary": secondary(under), "ideas": idea(under)}
    client = as_role(role)

    for part, row in rows.items():
        assert client.get(f"{place}/{part}/{row.pk}/edit/").status_code == 403
    assert client.post(f"{place}/ideas/{rows['ideas'].pk}/hide/").status_code == 403
    assert client.post(f"{place}/{made.pk}/publish/").status_code == 403


def test_an_admin_edits_nothing_of_another_collaborative_under_this_address(as_role, place, collaborative):
    elsewhere = aim(framework(factories.collaborative()))

    client = as_role(Role.ORGANIZATION_ADMIN)

    assert client.get(f"{place}/aims/{elsewhere.pk}/edit/").status_code == 404
