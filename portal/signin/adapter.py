"""Accounts come by invitation only; what allauth would send goes through the outbox; guessing comes to an end."""

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from collaborative.cards import device
from collaborative.people.addresses import AddressField
from collaborative.people.models import User
from collaborative.people.phones import PhoneField
from collaborative.tenancy import logins

from . import guesses, mails, texts

CODE_MAIL = "account/email/login_code"
TOO_MANY = _("That was tried too often. Please wait five minutes, then ask for a new code.")


class ByInvitation(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": _("This code does not open it. Please type the newest one we sent, or ask for a new one."),
        "email_password_mismatch": _("This address and this password do not belong together. A code always works."),
        "phone_password_mismatch": _("This number and this password do not belong together. A code always works."),
        "invalid_login": _("Please type your e-mail address, or your whole phone number with its area code."),
        "incorrect_password": _("That is not the password. Please try again."),
        "too_many_login_attempts": TOO_MANY,
        "rate_limited": TOO_MANY,
        "invalid_or_expired_key": _("This has run out. Please ask for a new one."),
        "unverified_primary_email": _("Please confirm this address first, with the code we sent there."),
        "enter_current_password": _("Please type the password you have now."),
    }

    def is_open_for_signup(self, request):
        return False

    def clean_email(self, email):
        """An address somebody adds to their login, in the one form in which addresses are compared."""
        return AddressField().clean(super().clean_email(email))

    def send_mail(self, template_prefix, email, context):
        """Write the mail to the outbox, so that nothing but the database is needed to sign in."""
        site = {"name": settings.SITE_NAME, "domain": settings.MAIL_DOMAIN}
        context = {
            **context,
            "email": email,
            "current_site": site,
            "site_name": settings.SITE_NAME,
            "address": settings.PUBLIC_ADDRESS,
            "is_long": template_prefix == CODE_MAIL and not guesses.is_short(context["code"]),
        }
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", context).split())
        body = render_to_string(f"{template_prefix}_message.txt", context).strip()
        mails.send(
            to=email, subject=subject, body=body, slot=mails.new_slot(), language=translation.get_language() or "en"
        )

    def phone_form_field(self, **kwargs):
        return PhoneField(**kwargs)

    def get_user_by_phone(self, phone):
        return User.objects.filter(phone=phone, is_active=True).first()

    def get_phone(self, user):
        """A number stands at a login only once a text sent there was read."""
        return (user.phone, True) if user.phone else None

    def set_phone(self, user, phone, verified):
        raise NotImplementedError("A number comes to a login with an invitation or on its own page.")

    def set_phone_verified(self, user, phone):
        """It is."""

    def send_verification_code_sms(self, user, phone, code, **details):
        texts.send_code(phone, code)

    def generate_phone_verification_code(self, *, user, phone):
        return self.generate_login_code()

    def get_login_stages(self):
        """A person without e-mail has no address to prove: see stages.py."""
        ours = {"allauth.account.stages.EmailVerificationStage": "portal.signin.stages.ProvenAddress"}
        return [ours.get(stage, stage) for stage in super().get_login_stages()]

    def generate_login_code(self):
        """Six digits; many more where the account was guessed at so often that six no longer open it."""
        user = guesses.asked_for(self.request)
        if user and guesses.short_codes_are_off(user, self.request):
            return guesses.long_code()
        return super().generate_login_code()

    def pre_authenticate(self, request, **credentials):
        super().pre_authenticate(request, **credentials)
        if guesses.passwords_are_off_for(**guesses.named(credentials)):
            raise self.validation_error("too_many_login_attempts")

    def authentication_failed(self, request, **credentials):
        guesses.count_wrong_password(**guesses.named(credentials))

    def pre_login(self, request, user, **details):
        """An address that got a right code is proven."""
        records = get_authentication_records(request, user)
        if records and records[-1]["method"] == "code" and not records[-1].get("phone"):
            logins.prove_address(user, records[-1].get("email") or user.email)
        return super().pre_login(request, user, **details)

    def login(self, request, user):
        """Sign in, and forget what was mistyped."""
        super().login(request, user)
        guesses.forget(user, request)

    def get_logout_redirect_url(self, request):
        return reverse("signin:tablet") if device.is_tablet(request) else settings.LOGIN_REDIRECT_URL
