from collaborative.tenancy.querysets import RowQuerySet


class GrantQuerySet(RowQuerySet):
    """What was written down so that somebody may look on: read by that person and by who looks after people."""

    resource = "looking_on"
    author_path = "person_id"

    def in_force(self, day):
        return self.shown().filter(agreed_on__lte=day, ends_on__gte=day)
