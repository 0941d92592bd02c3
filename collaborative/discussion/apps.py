import importlib

from django.apps import AppConfig

# The groups run by their members that a person is in, for the door (see tenancy.entering).
OWN_CIRCLES = """
SELECT m.circle_id AS id FROM discussion_circlemember m
  JOIN tenancy_collaborative c ON c.organization_id = m.organization_id AND c.id = m.collaborative_id
 WHERE m.organization_id = %(organization)s AND m.person_id = %(person)s AND m.state = 'joined'
   AND m.hidden_at IS NULL AND c.slug = %(slug)s AND c.hidden_at IS NULL
"""


class DiscussionConfig(AppConfig):
    name = "collaborative.discussion"
    label = "discussion"

    def ready(self):
        """Tell the door which groups of this room a person is in."""
        importlib.import_module("collaborative.tenancy.entering").other_groups[self.label] = OWN_CIRCLES
