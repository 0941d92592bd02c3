"""Cards handed over, and the teams' tablets with the PINs people chose."""

from collaborative.cards.actions import cards, pins, tablets
from collaborative.isolation import context

from ..tablets import shown_pin, token_of


def build_cards(built, handed_over):
    """Each card was made by whoever leads the team, and used once: so they have come in."""
    for entry in handed_over:
        slug = entry["collaborative"]
        person, team = built.people[entry["person"]], built.team_of[slug, entry["person"]]
        maker = built.leader_of(slug, team)
        made = cards.make_card(person, collaborative=built.collaboratives[slug], by=maker, on=built.today)
        cards.use_code(cards.find_code(made.codes[0]).pk, on=built.today)
        person.refresh_from_db()


def build_tablets(built, devices):
    """A tablet's token is made out of the installation's own key: the demo can hand it to a visitor's browser."""
    for entry in devices:
        slug = entry["collaborative"]
        team = built.teams[slug, entry["center"]]
        token = token_of(slug, entry["center"])
        tablets.switch_on(team, name=entry["name"], by=built.leader_of(slug, team), on=built.today, token=token)
        context.changed(teams=(team.pk,))
        for key in entry["people"]:
            pins.set_pin(built.people[key], team, shown_pin(), on=built.today)
