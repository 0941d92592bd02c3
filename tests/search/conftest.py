import pytest

from collaborative.people.models import User
from tests.proofs.conftest import standing_world, world

__all__ = ["standing_world", "world"]


@pytest.fixture
def look(client):
    """`look(member, words="song")`: the answer that member gets."""

    def answer(member, /, **query):
        client.force_login(User.objects.get(pk=member.user_id))
        address = f"/{member.organization_slug}/{member.collaborative_slug}/search/"
        return client.get(address, query)

    return answer


@pytest.fixture
def titles(look):
    """What that member finds, as plain words: [title]."""

    def found(member, /, words, **query):
        answer = look(member, words=words, **query).context["answer"]
        return [hit.title.replace("<mark>", "").replace("</mark>", "") for hit in answer.page.object_list]

    return found
