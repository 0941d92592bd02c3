"""What every task keeps to: it names the organization it works in, so that no row of another is ever in its reach."""

from celery import Task


class NoOrganizationGiven(TypeError):
    """A task was called without saying for which organization."""


class OrganizationTask(Task):
    """The base of every task: it refuses to run without `organization_id`.

    A periodic task over all organizations says so with `over_organizations=True`, and opens one tenant context after
    another.
    """

    abstract = True
    over_organizations = False

    def __call__(self, *args, **kwargs):
        if not self.over_organizations and not kwargs.get("organization_id"):
            raise NoOrganizationGiven(f"{self.name} needs an organization_id")
        return super().__call__(*args, **kwargs)
