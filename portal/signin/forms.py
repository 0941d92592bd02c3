"""Signing in with a code; whoever has set a password may type it instead."""

from allauth.account.adapter import get_adapter
from allauth.account.forms import ConfirmLoginCodeForm, LoginForm, RequestLoginCodeForm
from allauth.core import context
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from collaborative.people.phones import canonical

from . import guesses


class SignInForm(LoginForm):
    """An address or a phone number; without a password, a code is sent there."""

    def _setup_password_field(self):
        login = self.fields["login"]
        login.label = _("Your e-mail address")
        login.widget.attrs.update(autocomplete="email", inputmode="email", placeholder="")
        if settings.TEXTS:
            login.label = _("Your e-mail address or your phone number")
            login.widget.attrs.update(autocomplete="username", inputmode="text")
        password = self.fields["password"]
        password.required = False
        password.label = _("Password, if you have set one")
        password.help_text = ""
        password.widget.attrs.update(autocomplete="current-password", placeholder="")

    def clean_login(self):
        """A number in its one form; what is neither a number nor an address says so before anything is sent."""
        login = super().clean_login()
        if "@" in login or not settings.TEXTS:
            return login
        try:
            return canonical(login)
        except ValueError as error:
            raise get_adapter().validation_error("invalid_login") from error

    def _clean_without_password(self, email, phone):
        if guesses.asks_too_often(context.request, email or phone or ""):
            self.add_error("login", get_adapter().validation_error("too_many_login_attempts"))
            return self.cleaned_data
        cleaned = super()._clean_without_password(email, phone)
        context.request.code_is_for = self.user
        return cleaned


class AskForCodeForm(RequestLoginCodeForm):
    """An address alone; a code is sent there."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields.pop("phone", None)
        self.fields["email"].required = True

    def clean_email(self):
        if guesses.asks_too_often(context.request, self.cleaned_data["email"]):
            raise get_adapter().validation_error("too_many_login_attempts")
        email = super().clean_email()
        context.request.code_is_for = self._user
        return email


class CodeForm(ConfirmLoginCodeForm):
    """The digits of a code, however they are typed or pasted."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        stage = getattr(context.request, "_login_stage", None)
        code.label = _("The code from our text") if stage and stage.state.get("phone") else _("The code from our mail")
        code.widget.attrs.update(
            autocomplete="one-time-code", inputmode="numeric", placeholder="", autofocus=True, maxlength=40
        )

    def clean_code(self):
        """A right one and a wrong one get the same answer where so short a code no longer opens the account."""
        user = guesses.asked_for(context.request)
        if user and guesses.is_short(self.expected_code) and guesses.short_codes_are_off(user, context.request):
            raise get_adapter().validation_error("incorrect_code")
        return super().clean_code()
