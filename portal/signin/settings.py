"""How people sign in (django-allauth): a six-digit code by mail or text, a password only for who wants one."""

from pathlib import Path
from urllib.parse import urlsplit

import environ

env = environ.Env()
SITE_NAME = "Next Tuesday"
MAIL_DOMAIN = urlsplit(env("PUBLIC_ADDRESS", default="http://localhost:8000")).hostname or "localhost"

# Texts. TEXT_GATEWAY names a class (see collaborative/outbox/gateways.py); in production there is none unless named,
# and without one nobody is asked for a phone number to text to.
PHONE_REGION = env("PHONE_REGION", default="US")  # where a number without a country is dialled
_is_production = env("ENVIRONMENT", default="development") == "production"
_gateways = "collaborative.outbox.gateways"
TEXT_GATEWAY = env("TEXT_GATEWAY", default="" if _is_production else f"{_gateways}.FileGateway")
# In a demo for the public anybody writes to anybody: whatever is named, no text leaves it.
TEXTS_STAY_HERE = (f"{_gateways}.FileGateway", f"{_gateways}.SilentGateway")
if env.bool("DEMO", default=False) and env.bool("DEMO_PUBLIC", default=False) and TEXT_GATEWAY not in TEXTS_STAY_HERE:
    TEXT_GATEWAY = TEXTS_STAY_HERE[1]
TEXTS = env.bool("TEXTS", default=bool(TEXT_GATEWAY))
TEXT_GATEWAY_URL = env("TEXT_GATEWAY_URL", default="")
TEXT_GATEWAY_TOKEN = env("TEXT_GATEWAY_TOKEN", default="")
TEXT_GATEWAY_FROM = env("TEXT_GATEWAY_FROM", default="")
_state = env("NEXT_TUESDAY_STATE", default="") or Path(__file__).resolve().parents[2] / ".state"
TEXTS_FOLDER = env("TEXTS_FOLDER", default=str(Path(_state) / "texts"))

# How many proxies stand before us: the address that counts for rate limits is the one the last of them saw.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=int(env.bool("BEHIND_PROXY", default=False)))

ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email", "phone"} if TEXTS else {"email"}
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
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
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
# Organization admins and the project team hold a passkey or an app in production (see second.py).
SECOND_FACTOR = env.bool("SECOND_FACTOR", default=_is_production and not env.bool("DEMO", default=False))
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
USERSESSIONS_TRACK_ACTIVITY = False
