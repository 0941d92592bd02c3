"""Every component on one page, in a demo alone: to look at, and for tests to walk through."""

from datetime import timedelta

from django.contrib.auth.decorators import login_not_required
from django.core.paginator import Paginator
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from .forms import GalleryForm


def examples():
    """What the components show on the page."""
    today = timezone.localdate()
    return {
        "form": GalleryForm(),
        "returned": GalleryForm({"title": "Feelings chart at arrival"}, prefix="returned"),
        "now": timezone.now(),
        "soon": today + timedelta(days=3),
        "later": today + timedelta(days=17),
        "states": ["in", "in", "why", "open"],
        "page": Paginator(range(60), 20).page(2),
    }


@login_not_required
@require_GET
def gallery(request):
    return render(request, "ui/gallery.html", examples())
