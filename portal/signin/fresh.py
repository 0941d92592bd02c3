"""A fresh sign-in: asked for before what would help a thief most, such as another phone to send codes to."""

import time
from urllib.parse import urlencode

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.conf import settings
from django.http import HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from collaborative.people.phones import in_words

from . import proving

PURPOSE = "fresh"


def is_fresh(request) -> bool:
    """Whether the person showed who they are, in whatever way, within the last minutes."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT


def show_first(request) -> HttpResponseRedirect:
    """To the page that asks once more, and back here."""
    return redirect(f"{reverse('signin:fresh')}?{urlencode({'next': request.get_full_path()})}")


@require_http_methods(["GET", "HEAD", "POST"])
def fresh(request):
    """It is you, right? A second factor or a password where there is one; else a code to one's own address or phone."""
    target = _target(request)
    methods = get_adapter().get_reauthentication_methods(request.user)
    if methods:
        return redirect(f"{methods[0]['url']}?{urlencode({'next': target})}")
    email, phone = request.user.email or "", request.user.phone or ""
    error = ""
    if request.method == "POST" and "code" in request.POST:
        if proving.is_right(request, PURPOSE, request.POST["code"]):
            record_authentication(request, request.user, method="code", email=email, phone="" if email else phone)
            return HttpResponseRedirect(target)
        error = get_adapter().error_messages["incorrect_code"]
    elif request.method == "POST" and (email or phone):
        way = {"email": email} if email else {"phone": phone}
        try:
            proving.ask(request, PURPOSE, user=request.user, **way)
        except proving.AskedTooOften:
            error = get_adapter().error_messages["too_many_login_attempts"]
    context = {
        "target": target,
        "waits": proving.waiting(request, PURPOSE),
        "sent_to": email or (in_words(phone) if phone else ""),
        "error": error,
        "cannot": ""
        if email or phone
        else _("Please sign out, come in with your card once more, and do it right away."),
    }
    return render(request, "signin/fresh.html", context)


def _target(request):
    target = request.POST.get("next") or request.GET.get("next", "")
    return target if url_has_allowed_host_and_scheme(target, {request.get_host()}) else "/"
