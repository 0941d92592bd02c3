"""Signing in with a code; whoever has set a password may type it instead."""

from allauth.account.forms import ConfirmLoginCodeForm, LoginForm
from django.utils.translation import gettext_lazy as _


class SignInForm(LoginForm):
    """An address; without a password, a code is sent there."""

    def _setup_password_field(self):
        self.fields["login"].label = _("Your e-mail address")
        self.fields["login"].widget.attrs.update(autocomplete="email", inputmode="email", placeholder="")
        password = self.fields["password"]
        password.required = False
        password.label = _("Password, if you have set one")
        password.help_text = ""
        password.widget.attrs.update(autocomplete="current-password", placeholder="")


class CodeForm(ConfirmLoginCodeForm):
    """Six digits, however they are typed or pasted."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        code = self.fields["code"]
        code.label = _("The six-digit code from our mail")
        code.widget.attrs.update(
            autocomplete="one-time-code", inputmode="numeric", placeholder="", autofocus=True, maxlength=12
        )
