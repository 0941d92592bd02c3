"""How the framework is read: by everyone in the collaborative, and nothing of another."""

from django.db.models.functions import Lower

from collaborative.tenancy.enums import Verb
from collaborative.tenancy.querysets import RowQuerySet


class FrameworkQuerySet(RowQuerySet):
    resource = "framework"

    def published(self):
        """Those that teams may read, the newest first."""
        return self.exclude(published_on=None).order_by("-number", "pk")


class GlossaryQuerySet(RowQuerySet):
    resource = "framework"

    def in_order(self):
        """As in a dictionary."""
        return self.order_by(Lower("term"), "pk")


class PartQuerySet(RowQuerySet):
    """Aims and primary drivers of a framework, in their own order."""

    resource = "framework"
    collaborative_path = "framework__collaborative_id"

    def of(self, framework):
        return self.filter(framework=framework).order_by("position", "pk")


class SecondaryDriverQuerySet(RowQuerySet):
    resource = "framework"
    collaborative_path = "primary__framework__collaborative_id"

    def of(self, drivers):
        """Those under any of `drivers`, in their order within each."""
        return self.filter(primary__in=drivers).order_by("position", "pk")


class StarterIdeaQuerySet(RowQuerySet):
    resource = "framework"
    collaborative_path = "driver__framework__collaborative_id"

    def of(self, driver):
        return self.filter(driver=driver).select_related("secondary").order_by("position", "pk")

    def hidden_for(self, actor):
        """What `actor` may show again."""
        return self.filter(organization_id=actor.organization_id, hidden_at__isnull=False).filter(
            self.reach(actor, Verb.WRITE)
        )
