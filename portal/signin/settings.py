"""How people sign in (django-allauth): a six-digit code by mail, a password only for who wants one."""

from urllib.parse import urlsplit

import environ

env = environ.Env()
SITE_NAME = "Next Tuesday"
MAIL_DOMAIN = urlsplit(env("PUBLIC_ADDRESS", default="http://localhost:8000")).hostname or "localhost"
# How many proxies stand before us: the address that counts for rate limits is the one the last of them saw.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=int(env.bool("BEHIND_PROXY", default=False)))

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_ADAPTER = "portal.signin.adapter.ByInvitation"
ACCOUNT_FORMS = {
    "login": "portal.signin.forms.SignInForm",
    "request_login_code": "portal.signin.forms.AskForCodeForm",
    "confirm_login_code": "portal.signin.forms.CodeForm",
}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nothing is sent to an address we do not know
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_PREVENT_ENUMERATION = "strict"
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 600  # seconds; three minutes are short for slow school mail
ACCOUNT_LOGIN_BY_CODE_MAX_ATTEMPTS = 5
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 6}
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 600  # the page says ten minutes
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGIN_ON_EMAIL_CONFIRMATION = False
# One address can hold a training room of 150 people; one account stays protected. Of the codes for one account, one
# address may ask for a third, so that a stranger does not keep its owner from asking (see guesses.py).
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "300/m/ip,5/300s/key",
    "request_login_code": "300/m/ip,30/10m/key",
    "request_login_code_here": "3/m/key,10/10m/key",
    "reset_password": "60/m/ip,5/m/key",
    "signup": "300/m/ip",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
USERSESSIONS_TRACK_ACTIVITY = False
