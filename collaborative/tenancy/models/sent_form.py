"""Keys of forms that were sent, so that none is carried out twice."""

from django.db import models

from collaborative.isolation.context import current_organization_id
from collaborative.isolation.models import new_id


class SentForm(models.Model):
    """One sent form: by whom, its key, and where its answer pointed. Kept for a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    organization_id = models.UUIDField(default=current_organization_id, editable=False)
    person_id = models.UUIDField(editable=False)
    form_key = models.UUIDField(editable=False)
    location = models.CharField(max_length=500, blank=True)
    sent_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization_id", "person_id", "form_key"], name="form_sent_once")
        ]

    def __str__(self):
        return str(self.form_key)
