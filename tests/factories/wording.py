"""Phrases of a collaborative's book."""

from django.utils import timezone

from collaborative.wording.models import Phrase


def phrase(collaborative, source, words, **values):
    return Phrase.objects.create(
        **{
            "collaborative": collaborative,
            "source": source,
            "language": "es",
            "words": words,
            "written_at": timezone.now(),
            **values,
        }
    )
