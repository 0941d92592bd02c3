"""Photos of people: drawn anew, seen by those who know one by name, gone at once; and finding somebody."""

import io

import pytest
from PIL import Image

from collaborative.files.models import StoredFile
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role, ShownAs
from collaborative.tenancy.models import AffinityGroup, Portrait
from tests import factories
from tests.factories.introductions import photo
from tests.factories.pdsa import acting_as
from tests.tenancy.entering import enter, named


def show(client, here, **how):
    return client.post(here + "people/me/photo/", {"photo": photo(**how)})


@pytest.mark.capability("C078")
def test_a_photo_is_drawn_anew_and_small_without_the_place_where_it_was_taken(here, team):
    rosa = named("Rosa", Role.TEACHER, team=team)

    answer = show(enter(rosa), here, size=(3000, 1500), place="Alder Falls")

    with acting_as(rosa):
        [stored] = StoredFile.objects.all()
    assert answer.status_code == 302
    drawn = Image.open(io.BytesIO(bytes(stored.content)))
    assert (drawn.size, dict(drawn.getexif())) == ((480, 240), {})
    assert b"Alder" not in bytes(stored.content)


@pytest.mark.capability("C078")
@pytest.mark.parametrize(
    ("shown_as", "statuses"), [("first_name", [200, 200, 200, 403]), ("role", [200, 404, 200, 403])]
)
def test_a_photo_is_seen_by_those_who_know_one_by_name(here, collaborative, team, shown_as, statuses):
    rosa = named("Rosa", Role.TEACHER, team=team)
    rosa.person.shown_as = shown_as
    rosa.person.save()
    readers = [
        named("Denise", Role.FAMILY_PARTNER, team=team),
        named("Tom", Role.TEACHER, team=factories.team(collaborative)),
        named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative),
        factories.member(Role.OBSERVER, collaborative=collaborative),
    ]
    show(enter(rosa), here)
    with acting_as(rosa):
        address = f"{here}people/photos/{Portrait.objects.get().pk}/"

    assert [enter(one).get(address).status_code for one in readers] == statuses
    pages = [enter(one).get(here + "people/").content.decode() for one in readers[:3]]
    assert [address in page for page in pages] == [status == 200 for status in statuses[:3]]


@pytest.mark.capability("C078")
def test_a_photo_taken_away_is_gone_at_once_and_another_takes_its_place(here, team):
    rosa, denise = named("Rosa", Role.TEACHER, team=team), named("Denise", Role.FAMILY_PARTNER, team=team)
    client = enter(rosa)
    show(client, here)
    show(client, here)
    with acting_as(rosa):
        kept = [len(bytes(file.content)) > 0 for file in StoredFile.objects.order_by("created_at", "pk")]
        address = f"{here}people/photos/{Portrait.objects.get(hidden_at=None).pk}/"

    client.post(here + "people/me/photo/remove/")

    assert kept == [False, True]
    assert enter(denise).get(address).status_code == 404
    with acting_as(rosa):
        assert [bytes(file.content) for file in StoredFile.objects.all()] == [b"", b""]


def test_a_photo_in_one_collaborative_is_not_in_another(organization, here, collaborative, team):
    rosa = named("Rosa", Role.TEACHER, team=team)
    other = factories.collaborative()
    factories.member(Role.TEACHER, team=factories.team(other), person=rosa.person)
    client = enter(rosa)
    show(client, here)

    there = client.get(f"/{organization.slug}/{other.slug}/people/me/photo/")

    assert there.context["portrait"] is None


def test_what_is_no_picture_is_refused_kindly(here, team):
    client = enter(named("Rosa", Role.TEACHER, team=team))
    upload = photo()
    upload.file = io.BytesIO(b"no picture")

    page = client.post(here + "people/me/photo/", {"photo": upload})

    assert page.context["form"].errors == {
        "photo": ["This photo cannot be opened. Please take it again, or choose another one."]
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [("rosa", ["Rosa Vega"]), ("stranger", []), ("shown", ["Shown"]), ("vega stranger", []), ("teacher", None)],
)
def test_somebody_is_found_by_what_one_may_know(here, collaborative, team, words, found):
    rosa, other = named("Rosa", Role.TEACHER, team=team), factories.team(collaborative)
    named("Stranger", Role.TEACHER, team=other)
    shown = named("Shown", Role.TEACHER, team=other)
    shown.person.shown_as = ShownAs.FIRST_NAME
    shown.person.save()

    page = enter(rosa).get(here + "people/", {"words": words})

    names = [card.name for card in page.context["page"].object_list]
    assert names == (["Rosa Vega", "Shown", "A teacher"] if found is None else found)


def test_a_center_finds_its_people_and_many_teams_stand_on_pages(here, collaborative, team):
    rosa = named("Rosa", Role.TEACHER, team=team)
    for tree in [
        "Alder",
        "Birch",
        "Cedar",
        "Elm",
        "Fir",
        "Hazel",
        "Juniper",
        "Larch",
        "Oak",
        "Pine",
        "Rowan",
        "Willow",
    ]:
        center = factories.center(name=f"{tree} House")
        named("Bea", Role.TEACHER, team=factories.team(collaborative, center=center))
    client = enter(rosa)

    first, second = client.get(here + "people/"), client.get(here + "people/?page=2")
    found = client.get(here + "people/", {"words": "House Juniper"})

    assert [group.team.pk for group in first.context["page"].object_list][0] == team.pk
    assert [len(page.context["page"].object_list) for page in (first, second)] == [10, 3]
    assert [card.place for card in found.context["page"].object_list] == ["Juniper House"]


@pytest.mark.capability("C023")
def test_role_groups_are_made_from_the_roles_after_a_look(here, organization, collaborative, team):
    amal = enter(named("Amal", Role.IMPLEMENTATION_TEAM, collaborative=collaborative))
    named("Rosa", Role.TEACHER, team=team)
    with entered(Context(organization=organization.pk)):
        AffinityGroup.objects.create(collaborative=collaborative, role=Role.FAMILY_PARTNER, name="Families")

    look = amal.get(here + "people/groups/make/")
    with entered(Context(organization=organization.pk)):
        nothing_yet = AffinityGroup.objects.count()
    amal.post(here + "people/groups/make/", {"roles": ["teacher", "team_leader"]})

    people = {one.role: one.people for one in look.context["proposals"]}
    assert people == {"senior_leader": [], "team_leader": [], "teacher": [("Rosa Vega", team.center.name)]}
    assert nothing_yet == 1
    with entered(Context(organization=organization.pk)):
        assert sorted(AffinityGroup.objects.values_list("role", "name")) == [
            ("family_partner", "Families"), ("teacher", "Teachers"), ("team_leader", "Team leaders"),
        ]  # fmt: skip


@pytest.mark.capability("C081")
def test_a_teams_picture_needs_everyones_yes_and_all_teams_see_it(here, collaborative, team):
    rosa = enter(named("Rosa", Role.TEACHER, team=team))
    tom = enter(named("Tom", Role.TEACHER, team=factories.team(collaborative)))
    address, words = f"{here}teams/{team.pk}/", {"name": "Leaves", "motto": "Small steps", "version": 1}

    refused = rosa.post(address + "edit/", {**words, "picture": photo()})
    rosa.post(address + "edit/", {**words, "picture": photo(), "everyone_agreed": "on"})
    seen = tom.get(address + "picture/")
    rosa.post(address + "picture/remove/")

    assert list(refused.context["form"].errors) == ["everyone_agreed"]
    assert (seen.status_code, seen["Content-Type"]) == (200, "image/jpeg")
    assert tom.get(address + "picture/").status_code == 404
