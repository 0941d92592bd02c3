from collaborative.tenancy.querysets import RowQuerySet


class StepQuerySet(RowQuerySet):
    resource = "house"

    def standing(self):
        """Not undone; the newest first."""
        return self.shown().filter(undone_at=None).order_by("-created_at", "-pk")
