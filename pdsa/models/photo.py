"""Photos, above all of a paper form: a photo of the paper form is a test in itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from collaborative.isolation.history import with_history
from collaborative.isolation.models import RowKey

from ..querysets import OfCycleQuerySet
from .cycle import PDSACycle
from .seen import Seen


@with_history
class Photo(Seen):
    """A photo in a try. `author` is the try's, so that who leads it keeps the say over it; `taken_by` added it."""

    cycle = RowKey(PDSACycle, related_name="photos")
    file = RowKey("files.StoredFile", related_name="+")
    taken_by = RowKey("tenancy.Person", related_name="+")
    description = models.CharField(_("what it shows"), max_length=200, blank=True)
    everyone_agreed = models.BooleanField(default=False)
    forgotten_at = models.DateTimeField(null=True, editable=False)

    objects = OfCycleQuerySet.as_manager()

    def __str__(self):
        return self.description or str(self.pk)
