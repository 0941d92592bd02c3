"""A team's tablet, as people use it."""

from tests.factories.cards import PIN


def type_pin(client, member, digits=PIN):
    return client.post(f"/tablet/{member.person_id}/", {"digits": digits})


def home_of(organization, team):
    return f"/{organization.slug}/{team.collaborative.slug}/"
