"""What the role pages of a teacher and of a family partner promise, and the first working priorities."""

import pytest
from django.urls import reverse

from collaborative.onboarding.models import PriorityReason
from collaborative.tenancy.enums import Role
from pdsa.models import PDSACycle, Priority
from tests.factories import framework
from tests.factories import home as making
from tests.factories.pdsa import acting_as, text_of


@pytest.fixture
def denise(maple):
    return making.named(Role.FAMILY_PARTNER, "Denise", team=maple)


def address(member, name, *rest):
    return reverse(name, args=[member.organization_slug, member.collaborative_slug, *rest])


@pytest.mark.capability("C019")
def test_a_teacher_tries_counts_and_posts_and_finds_people_in_her_role(client, home, collaborative, rosa):
    group = making.circle(collaborative, Role.TEACHER, "Teachers and aides")
    number = making.metric(collaborative, "Two-way talks")
    client.force_login(rosa.person.user)

    tried = client.post(address(rosa, "pdsa:cycle_start"), {"what": "Sing at the door", "look_back_on": making.TODAY})
    asked = {"text": "Who sings?", "audience": f"group:{group.pk}", "kind": "question"}
    posted = client.post(address(rosa, "discussion:post_write"), asked)
    page = home(rosa)

    assert (tried.status_code, posted.status_code) == (302, 302)
    with acting_as(rosa):
        mine = PDSACycle.objects.get()
        assert (mine.what, mine.author_id, mine.audience) == ("Sing at the door", rosa.person_id, "self")
    assert [line.name for line in page.context["trying"]] == ["Sing at the door"]
    assert f"?to=group:{group.pk}" in page.content.decode()
    group_page = client.get(address(rosa, "discussion:post_list"), {"to": f"group:{group.pk}"})
    assert [line.words.text for line in group_page.context["lines"]] == ["Who sings?"]
    assert number.name in client.get(address(rosa, "metrics:observation_enter")).content.decode()


@pytest.mark.capability("C020")
def test_a_family_partner_finds_plain_words_hints_the_liaison_and_other_ways_to_meet(home, collaborative, denise):
    liaison = making.named(
        Role.IMPLEMENTATION_TEAM,
        "Maria",
        collaborative=collaborative,
        responsibilities=["family_liaison"],
        details={"phone": "555-0142"},
    )
    making.named(Role.IMPLEMENTATION_TEAM, "Lynn", collaborative=collaborative, details={"phone": "555-0103"})
    framework.term(collaborative, term="PDSA", text="Plan a small try, do it, look at it, decide what next.")
    making.circle(collaborative, Role.FAMILY_PARTNER, "Family partners")

    page = home(denise)

    words = page.content.decode()
    assert "Call or text Maria" in text_of(page)
    assert liaison.person.phone in words
    assert '<a class="term-word"' in words and "Plan a small try, do it, look at it, decide what next." in words
    assert "by phone, on another evening, or your words sent ahead" in words
    assert f'href="{address(denise, "onboarding:slot_list")}"' in words
    assert "?for=group:" in words


@pytest.mark.capability("C095")
def test_a_team_sets_its_first_priorities_with_a_driver_and_a_reason(client, home, maple, rosa, denise):
    driver = framework.driver(framework.framework(maple.collaborative), short_title="Families")
    client.force_login(denise.person.user)
    add = address(denise, "pdsa:priority_add")

    typed = {
        "text": "Every parent hears one good thing a day",
        "driver": str(driver.pk),
        "reason": "We scored it lowest.",
    }
    client.post(add, typed)
    for number in (2, 3, 4):
        client.post(add, {"text": f"Number {number}", "driver": "", "reason": ""})

    with acting_as(rosa):
        kept = list(Priority.objects.filter(team=maple).order_by("position").values_list("text", "driver_id"))
        reasons = list(PriorityReason.objects.values_list("text", flat=True))
    assert kept == [(typed["text"], driver.pk), ("Number 2", None), ("Number 3", None)]
    assert reasons == ["We scored it lowest."]
    assert [row.text for row in home(rosa).context["priorities"]] == [text for text, _driver in kept]
    client.force_login(rosa.person.user)
    shown = client.get(address(rosa, "pdsa:priority_list")).content.decode()
    assert typed["text"] in shown and "We scored it lowest." in shown
    assert typed["text"] in client.get(address(rosa, "pdsa:huddle_sheet")).content.decode()
