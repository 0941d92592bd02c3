"""What a page with a form needs of the draft behind it."""

from django.urls import reverse

from .actions import drop_draft, keep_draft, words_of


class DraftOf:
    """What was typed into a form and not saved yet: kept under (form, thing), read by its author alone."""

    def __init__(self, actor, form, thing_id):
        self.key = {"form": form, "thing_id": thing_id, "by": actor.person_id}
        self.url = reverse(
            "drafts:draft_save", args=[actor.organization_slug, actor.collaborative_slug, form, thing_id]
        )

    def words(self) -> dict:
        return words_of(**self.key)

    def keep(self, words):
        """What was typed so far, sent by the page itself: a button that leads somewhere else takes it along."""
        keep_draft(**self.key, words=words)

    def drop(self):
        drop_draft(**self.key)
