"""Coming in without e-mail: a grandmother with a card, and two people at one tablet."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from collaborative.cards import device
from collaborative.cards.actions import people
from collaborative.discussion.models import PostReply
from collaborative.discussion.rules import monday_of
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests.factories import cards, discussion, journeys

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]

QUESTION = "What does your child sing at home?"
ANSWER = "Every morning the one about the bus"
SECRET = "Only Rosa has typed these words"


def inside(place, member):
    team = member.team_id and (member.team_id,) or ()
    return entered(Context(organization=place.organization.pk, person=member.person_id, teams=team))


WORDS = {
    "en": {
        "who": "Is this you, Opal?", "yes": "Yes, that is me", "welcome": "Welcome", "first": "Show me my first page",
        "home": "Hello Opal", "week": "One question for you", "read": "Read and answer", "send": "Send",
    },
    "es": {
        "who": "¿Es usted, Opal?", "yes": "Sí, soy yo", "welcome": "Le damos la bienvenida",
        "first": "Ver mi primera página", "home": "Hola, Opal", "week": "Una pregunta para usted",
        "read": "Leer y responder", "send": "Enviar",
    },
}  # fmt: skip


def grandmother(place, language="en"):
    """Opal has no e-mail; Priya has printed a card for her, and the project team asks all this week's question."""
    with inside(place, place.priya):
        membership, made = people.add_person(
            first_name="Opal", role=Role.FAMILY_PARTNER, language=language, team=place.maple, by=place.priya.person,
            on=timezone.localdate(),
        )  # fmt: skip
    with inside(place, place.amal):
        week = monday_of(timezone.localdate())
        discussion.post(place.amal, title=QUESTION, kind="weekly", week=week, audience="all")
    return membership, made.codes


@pytest.mark.capability("C006", "C030")
@pytest.mark.parametrize("language", WORDS)
def test_a_grandmother_with_a_card_and_no_e_mail_answers_this_weeks_question(visitor, place, language):
    membership, codes = grandmother(place, language)
    words = WORDS[language]
    opal = visitor()
    page = opal.page

    page.goto(f"/card/{place.organization.slug}/{codes[0]}/")
    expect(page.get_by_role("heading", level=1)).to_have_text(words["who"])
    assert codes[0] not in page.url
    opal.look()
    opal.tap(words["yes"])
    expect(page.get_by_role("heading", level=1)).to_have_text(words["welcome"])
    opal.look()
    opal.tap(words["first"])
    page.wait_for_url("**" + place.address)
    expect(page.get_by_role("heading", level=1)).to_have_text(words["home"])
    assert page.locator("html").get_attribute("lang") == language
    asked = page.locator("section, article").filter(has_text=QUESTION).last
    expect(asked).to_contain_text(words["week"])
    opal.look()
    asked.get_by_role("link", name=words["read"]).click()
    page.locator("textarea[name=text]").first.fill(ANSWER)
    opal.tap(words["send"])
    expect(page.locator("main")).to_contain_text(ANSWER)

    replies = journeys.rows(place, PostReply.objects.order_by("pk"), membership)
    assert [reply.text for reply in replies] == [ANSWER]
    again = visitor().page
    again.goto(f"/card/{place.organization.slug}/")
    again.fill("#code", f"{codes[1][:5]}-{codes[1][5:]}".lower())
    again.get_by_role("button", name="Go on").click()
    expect(again.get_by_role("heading", level=1)).to_have_text(words["who"])


@pytest.mark.capability("C006")
def test_of_two_people_at_one_tablet_the_second_sees_nothing_of_the_first(visitor, place, live_server):
    with inside(place, place.priya):
        _made, token = cards.tablet(place.maple, place.rosa, place.priya)
    both = visitor()
    both.context.add_cookies([tablet_cookie(place, token, live_server.url)])
    page = both.page

    page.goto("/tablet/")
    both.look()
    open_page_of(both, place, "Rosa")
    page.goto(place.address + "pdsa/start/")
    page.fill("#id_what", SECRET)
    both.context.set_offline(True)
    page.fill("#id_what", SECRET + ", and more")
    page.wait_for_timeout(2500)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('words:'))") == []
    both.context.set_offline(False)
    both.look()
    both.tap("Done, next person")
    page.wait_for_url("**/tablet/")

    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Who is it?")
    assert SECRET not in page.content()
    open_page_of(both, place, "Priya")
    page.goto(place.address + "pdsa/start/")
    assert (SECRET in page.content(), page.input_value("#id_what")) == (False, "")
    for _step in range(5):  # through all that the browser remembers
        page.go_back()
        assert SECRET not in page.content()
        assert page.locator(".you-name", has_text="Rosa").count() == 0
    kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert (SECRET in kept, "words:" in kept) == (False, False)


def open_page_of(visitor, place, name):
    visitor.page.get_by_role("link", name=name).click()
    for key in cards.PIN:
        visitor.page.locator(f'.pin-keys [data-key="{key}"]').click()
    visitor.look()
    visitor.tap("Open my page")
    visitor.page.wait_for_url("**" + place.address)


def tablet_cookie(place, token, url):
    kept = {}
    device.write(type("Jar", (), {"set_cookie": lambda _jar, name, value, **_more: kept.update({name: value})})(),
                 place.organization.slug, token)  # fmt: skip
    ((name, value),) = kept.items()
    return {"name": name, "value": value, "url": url}
