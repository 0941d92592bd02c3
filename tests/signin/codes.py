"""Asking for a code and reading it, as a browser and a mailbox would."""

import re

LOGIN = "/accounts/login/"
CONFIRM = "/accounts/login/code/confirm/"
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|form_key)" value="[^"]*"|"X-CSRFToken": "[^"]*"')


def ask(client, email, **headers):
    return client.post(LOGIN, {"login": email}, **headers)


def code_of(client):
    """The code that was mailed: it waits in the session until it is typed."""
    return client.session["account_login"]["state"]["stages"]["login_by_code"]["data"]["code"]
