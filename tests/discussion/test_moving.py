"""What hung on a post before attachments were rows becomes rows, each once; tried by the tables' owner."""

import uuid

import pytest
from django.db import connection

from collaborative.discussion.models import Attachment, Post
from collaborative.discussion.moving import TABLES, move
from collaborative.files.models import StoredFile
from collaborative.isolation.context import Context, entered
from collaborative.tenancy.enums import Role
from tests import factories
from tests.conftest import OWNER
from tests.factories.discussion import post, sheet
from tests.factories.pdsa import acting_as
from tests.proofs.opened import act_as, owner_as_web


@pytest.fixture
def by_owner(db):
    with owner_as_web():
        yield


def before_rows(member):
    """A post as it was: a file and a link in its own columns."""
    made = post(member, upload=sheet(), link="https://example.org/songs")
    with acting_as(member):
        file = StoredFile.objects.get()
        Attachment.objects.all().delete()
        Post.objects.filter(pk=made.pk).update(file=file, link="https://example.org/songs")
    return made, file


def test_files_and_links_become_rows_and_the_borders_stand_again(by_owner):
    organizations = []
    for _organization in range(2):
        with entered(Context(organization=uuid.uuid4())) as context:
            factories.organization(id=context.organization)
            member = factories.member(Role.TEACHER, team=factories.team(factories.collaborative()))
        organizations.append((member, *before_rows(member)))

    act_as(OWNER)
    with connection.schema_editor() as editor:
        moved = move(editor)
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname FROM pg_class WHERE relname = ANY(%s) AND relforcerowsecurity", [list(TABLES)])
        forced = {name for (name,) in cursor.fetchall()}
    act_as("app_web")

    assert (moved, forced) == ((2, 2), set(TABLES))
    for member, made, file in organizations:
        with acting_as(member):
            made.refresh_from_db()
            hung = list(Attachment.objects.order_by("position").values_list("post_id", "file_id", "link", "audience"))
        assert hung == [(made.pk, file.pk, "", "all"), (made.pk, None, "https://example.org/songs", "all")]
        assert (made.file_id, made.link, made.active_at) == (None, "", made.posted_at)
