"""The phone one signs in with: codes are texted there. It is proven with a code, and the old way is told."""

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from collaborative.people.models import User
from collaborative.people.phones import PhoneField, in_words

from . import fresh, mails, proving, texts

PURPOSE = "phone"


class SignInPhoneForm(forms.Form):
    phone = PhoneField(
        label=gettext_lazy("My own phone number"),
        help_text=gettext_lazy("We text a code there. Take a phone that you alone sign in with."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def phone(request):
    """The number codes go to: shown, and changed after a fresh sign-in."""
    if not settings.TEXTS:
        raise Http404
    if not fresh.is_fresh(request):
        return fresh.show_first(request)
    form = SignInPhoneForm(request.POST or None)
    if form.is_valid():
        number = form.cleaned_data["phone"]
        taken = User.objects.filter(phone=number).exclude(pk=request.user.pk).exists()
        try:
            proving.ask(request, PURPOSE, phone=number, user=None if taken else request.user)
        except proving.AskedTooOften:
            form.add_error("phone", get_adapter().error_messages["too_many_login_attempts"])
        else:
            return redirect("signin:phone_code")
    mine = request.user.phone
    context = {"form": form, "number": in_words(mine) if mine else "", "may_remove": bool(mine and request.user.email)}
    return render(request, "signin/phone.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def phone_code(request):
    """The code from the text: from now on the number is the login's."""
    waits = proving.waiting(request, PURPOSE)
    if waits is None:
        return redirect("signin:phone")
    error = ""
    if request.method == "POST":
        if proving.is_right(request, PURPOSE, request.POST.get("code", "")):
            if _change(request.user, waits["phone"]):
                messages.success(request, _("Done. You can sign in with this number from now on."))
            return redirect("signin:phone")
        error = get_adapter().error_messages["incorrect_code"]
        if proving.waiting(request, PURPOSE) is None:
            messages.info(request, error)
            return redirect("signin:phone")
    return render(request, "signin/phone_code.html", {"number": in_words(waits["phone"]), "error": error})


@require_POST
def phone_remove(request):
    """Codes go to the e-mail address alone; nobody without one loses their only way in."""
    if not fresh.is_fresh(request):
        return redirect("signin:phone")
    if request.user.email and request.user.phone:
        _change(request.user, None)
        messages.success(request, _("Done. Codes go to your e-mail address from now on."))
    return redirect("signin:phone")


def _change(user, number):
    """Another number, or none; whoever had the old way in hears of it there. False where it is somebody else's now."""
    old = user.phone
    try:
        with transaction.atomic():
            User.objects.filter(pk=user.pk).update(phone=number)
    except IntegrityError:
        return False  # somebody else proved the same number a moment ago
    user.phone = number
    words = _("Something changed about how you sign in to %(site)s: your phone number.") % {"site": settings.SITE_NAME}
    words += " " + _("If that was not you, please call your point person right away.")
    if old and old != number:
        texts.send(old, words)
    if user.email:
        subject = _("Your phone number for signing in changed")
        language = translation.get_language() or settings.LANGUAGE_CODE
        mails.send(to=user.email, subject=subject, body=words, slot=mails.new_slot(), language=language)
    return True
