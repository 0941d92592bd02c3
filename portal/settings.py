"""All settings. Production reads every value from the environment; elsewhere there are defaults to develop with."""

import os
from pathlib import Path

import environ
import pghistory
from django.utils.translation import gettext_lazy as _

env = environ.Env()
BASE_DIR = Path(__file__).resolve().parent.parent
ENVIRONMENT = env("ENVIRONMENT", default="development")
PRODUCTION = ENVIRONMENT == "production"


def needed(name, default):
    """The variable's value; in production a missing one stops the start and is named."""
    return env(name) if PRODUCTION else env(name, default=default)


DEBUG = env.bool("DEBUG", default=False)
DEMO = env.bool("DEMO", default=False)
DEMO_PUBLIC = env.bool("DEMO_PUBLIC", default=False)
OFFLINE_PAGES = env.bool("OFFLINE_PAGES", default=True)  # off: the service worker of every phone goes
SECRET_KEY = needed("SECRET_KEY", "for-development-only-" + "0123456789abcdef" * 3)
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list(
    "ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"]
)
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

ROOT_URLCONF = "portal.urls"
WSGI_APPLICATION = "portal.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "people.User"

INSTALLED_APPS = [
    "collaborative.isolation",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "django_htmx",
    "lucide",
    "rest_framework",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "pgtrigger",
    "pghistory",
    "collaborative.audit",
    "collaborative.outbox",
    "collaborative.files",
    "collaborative.ui",
    "collaborative.later",
    "collaborative.drafts",
    "collaborative.people",
    "collaborative.tenancy",
    "collaborative.wording",
    "collaborative.framework",
    "collaborative.schedule",
    "collaborative.cards",
    "collaborative.discussion",
    "collaborative.onboarding",
    "collaborative.introductions",
    "metrics",
    "pdsa",
    "portal.signin",
    "portal.home",
    "portal.framework_pages",
    "portal.languages",
    "portal.starting",
    "portal.reports",
    "portal.inbound",
    "portal.notices",
    "portal.newsletter",
    "portal.recognition",
    "portal.observing",
    "portal.keeping",
    "portal.speaking",
    "portal.help",
    "portal.search",
    "portal.demo",
    "portal.api",
]

MIDDLEWARE = [
    "collaborative.isolation.middleware.reject_unreadable_input",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "portal.headers.private_pages",
    "portal.phone.answers.KeptForms",
    "portal.logs.log_requests",
    "collaborative.isolation.middleware.one_transaction",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "portal.signin.sessions.session_limits",
    "portal.signin.language.own_language",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "portal.signin.middleware.SignInFirst",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "collaborative.ui.own_words.open_book",
    "portal.errors.ErrorPages",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "portal.frame.frame_context",
            ],
            "builtins": [f"collaborative.ui.templatetags.{tags}" for tags in ("ui", "own_words")]
            + ["django.templatetags.i18n"],
        },
    }
]

# Databases: DATABASE_URL is the owner's; web, worker, sender and receiver log in as roles that own nothing.
DATABASE_ROLE = env("DATABASE_ROLE", default="owner")
_url_of_role = {
    "web": env("DATABASE_WEB_URL", default=""), "worker": env("DATABASE_WORKER_URL", default=""),
    "sender": env("DATABASE_SENDER_URL", default=""), "receiver": env("DATABASE_RECEIVER_URL", default=""),
}  # fmt: skip
_own_url = {"owner": "", **_url_of_role}[DATABASE_ROLE]
_owner_url = needed("DATABASE_URL", "postgresql://owner@localhost/next_tuesday") if not _own_url else ""
DATABASES = {"default": env.db_url_config(_own_url or _owner_url) | {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}}
if not _own_url and DATABASE_ROLE != "owner":
    DATABASES["default"]["USER"] = f"app_{DATABASE_ROLE}"
# Time limits in seconds: no page waits for a lock or a query longer than a person would.
_statement, _lock, _idle = {"owner": (0, 0, 0), "worker": (300, 2, 30)}.get(DATABASE_ROLE, (10, 2, 30))
DATABASES["default"].setdefault("OPTIONS", {})["options"] = (
    f"-c statement_timeout={_statement}s -c lock_timeout={_lock}s -c idle_in_transaction_session_timeout={_idle}s "
    # Joins stand in a good order; trying others costs more than the query (nine joins: 10 ms to plan, 2 ms to run).
    "-c join_collapse_limit=3 -c from_collapse_limit=3"
)

PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField(null=True)

# Rate-limit counters lie in the database: signing in needs no Redis. Culled, one would be a fresh start for guessing.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entries",
        "OPTIONS": {"MAX_ENTRIES": 1_000_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_AGE = 30 * 24 * 3600  # 30 days: NIST SP 800-63B-4 allows at most 30 days at AAL1

REDIS_URL = needed("REDIS_URL", "redis://localhost:6379/0")
CELERY_BROKER_URL = REDIS_URL
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_TASK_PUBLISH_RETRY = False
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT = 30
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 200_000  # kilobytes: a child that has drawn a report makes room for a lean one
CELERY_TASK_SOFT_TIME_LIMIT = 240
CELERY_TASK_TIME_LIMIT = 300
CELERY_TIMEZONE = "UTC"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A killed worker's task comes back after this; it is longer than any task may run.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "visibility_timeout": env.int("CELERY_VISIBILITY_TIMEOUT", default=3600),
    "unacked_restore_interval": 5, "unacked_restore_throttle": 1, "unacked_mutex_expire": 30,
    "socket_timeout": 2, "socket_connect_timeout": 2,
}  # fmt: skip
CELERY_BEAT_SCHEDULE = {
    "notices": {"task": "portal.notices.tasks.gather_notices", "schedule": 300.0},
    "newsletter": {"task": "portal.newsletter.tasks.deliver_letters", "schedule": 60.0},
    "middle-lines": {"task": "metrics.tasks.compute_middle_lines", "schedule": 900.0},
    "inbound": {"task": "portal.inbound.tasks.take_in_waiting", "schedule": 60.0},
    "reports": {"task": "portal.reports.tasks.resume_reports", "schedule": 60.0},
    "keeping": {"task": "portal.keeping.tasks.clear_away", "schedule": 3600.0},
}

# Signing in
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 15}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://" if not PRODUCTION else environ.Env.NOTSET)
vars().update(EMAIL_CONFIG)
# In a demo for the public anybody writes to anybody: whatever EMAIL_URL says, no mail leaves it.
MAIL_STAYS_HERE = tuple(f"django.core.mail.backends.{name}.EmailBackend" for name in ("dummy", "console", "filebased"))
if DEMO and DEMO_PUBLIC and EMAIL_CONFIG["EMAIL_BACKEND"] not in MAIL_STAYS_HERE:
    EMAIL_BACKEND = MAIL_STAYS_HERE[0]
EMAIL_TIMEOUT = 5
DEFAULT_FROM_EMAIL = SERVER_EMAIL = needed("DEFAULT_FROM_EMAIL", "Next Tuesday <next-tuesday@localhost>")
PUBLIC_ADDRESS = env("PUBLIC_ADDRESS", default="http://localhost:8000")

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
SPOKEN_LANGUAGES = ("en", "es")  # whose pages are translated
LOCALE_PATHS = [BASE_DIR / "portal" / "locale"]
FORMAT_MODULE_PATH = "portal.formats"
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATIC_ROOT = Path(env("STATIC_ROOT", default=str(BASE_DIR / "staticfiles")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # files are rows: nothing is stored here
    "staticfiles": {
        "BACKEND": "portal.phone.files.HashedFiles"
        if env.bool("STATIC_HASHED", default=PRODUCTION)
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not env.bool("STATIC_HASHED", default=PRODUCTION)

DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
# Headers
INSECURE_COOKIES = env.bool("INSECURE_COOKIES", default=not PRODUCTION)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not INSECURE_COOKIES
SESSION_COOKIE_NAME = "session" if INSECURE_COOKIES else "__Host-session"
CSRF_COOKIE_NAME = "csrf" if INSECURE_COOKIES else "__Host-csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUCTION and not DEMO)
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=365 * 24 * 3600 if PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = env.bool("SECURE_HSTS_INCLUDE_SUBDOMAINS", default=False)
SECURE_HSTS_PRELOAD = env.bool("SECURE_HSTS_PRELOAD", default=False)
if env.bool("BEHIND_PROXY", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "portal.errors.csrf_failure"
# W005 and W021: subdomains and the preload list belong to the owner of the whole domain, not to us.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **dict.fromkeys(("script-src", "style-src"), ["'self'"]),
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "font-src": ["'self'"],
        "form-action": ["'self'"],
        "manifest-src": ["'self'"],
        "worker-src": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_PAGINATION_CLASS": "portal.api.pages.Page",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "portal.api.errors.answer",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Next Tuesday",
    "VERSION": "1",
    **dict.fromkeys(("SWAGGER_UI_DIST", "REDOC_DIST"), "SIDECAR"),
    "SERVE_INCLUDE_SCHEMA": False,
}

from portal.inbound.settings import *  # noqa: E402, F401, F403 (where mail comes in)
from portal.logs import LOGGING  # noqa: E402, F401 (kept beside the code that fills it)
from portal.signin.settings import *  # noqa: E402, F401, F403 (allauth's many switches, in their own file)

if os.environ.get("PYTEST_VERSION"):
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
