"""Certificates: one's own, and those of the people one brings together."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from collaborative.tenancy.doors import collaborative_page
from collaborative.tenancy.models import Collaborative, Organization
from portal.papers.press import PDF, pdf_of

from ..certificate import TEMPLATE, span_of, words_of
from ..fetching import recognition_of
from ..querysets import part_takers
from .showing import show

A_PAGE = 60


@collaborative_page("certificate", "read")
def certificate_list(request):
    """Whoever took part, and may have a certificate from the reader's hands: oneself first."""
    actor = request.actor
    rows = part_takers(actor)
    page = Paginator(rows.exclude(person_id=actor.person_id), A_PAGE).get_page(request.GET.get("page"))
    mine = list(rows.filter(person_id=actor.person_id))
    return show(request, "certificate_list", {"mine": mine, "page": page, "others": list(page.object_list)})


@collaborative_page("certificate", "read")
def certificate_file(request, membership_id):
    """One certificate, to print; made anew each time, so it never says more than is so today."""
    actor = request.actor
    membership = get_object_or_404(part_takers(actor), pk=membership_id)
    collaborative = Collaborative.objects.visible_to(actor).get(pk=actor.collaborative_id)
    if span_of(membership, collaborative, actor.today) is None:
        raise Http404
    words = words_of(
        membership,
        collaborative=collaborative,
        organization=Organization.objects.get(pk=actor.organization_id),
        own=recognition_of(actor),
        today=actor.today,
    )
    answer = HttpResponse(pdf_of(TEMPLATE, words, day=actor.today), content_type=PDF)
    answer["Content-Disposition"] = 'inline; filename="certificate.pdf"'
    return answer
