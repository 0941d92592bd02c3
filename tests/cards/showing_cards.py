"""A card in a browser, as whoever holds it would show it."""

from tests.signin.codes import HIDDEN

WRONG = "CCCCC-CCCCC"


def page_of(answer):
    return HIDDEN.sub("", answer.content.decode())


def opened(client, organization, code):
    return client.get(f"/card/{organization.slug}/{code}/", follow=True)


def come_in(client, organization, code, **sent):
    opened(client, organization, code)
    return client.post(f"/card/{organization.slug}/you/", sent)
