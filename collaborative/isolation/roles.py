"""The database's roles, in one place: who may log in, and that none of them may bypass row-level security."""

from django.db import connection

APPLICATION_ROLES = ("app_web", "app_worker", "app_sender", "app_receiver")


class WrongRole(Exception):
    """The process is connected as a role that row-level security does not hold."""


def ensure_roles(passwords: dict[str, str]) -> list[str]:
    """Make the application's roles that do not exist yet; set the passwords that are given. Returns the new ones."""
    made = []
    with connection.cursor() as cursor:
        for role in APPLICATION_ROLES:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            if not cursor.fetchone():
                cursor.execute(f'CREATE ROLE "{role}" LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS')
                made.append(role)
            if passwords.get(role):
                cursor.execute(f'ALTER ROLE "{role}" PASSWORD %s', [passwords[role]])
    return made


def refuse_strong_role() -> None:
    """Stop a process of the application that is superuser, may bypass row-level security, or owns a table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT current_user, rolsuper OR rolbypassrls,"
            " EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user)"
            " FROM pg_roles WHERE rolname = current_user"
        )
        role, is_strong, is_owner = cursor.fetchone()
    if is_strong or is_owner:
        raise WrongRole(
            f"The database role {role} is not held by row-level security. Set DATABASE_WEB_URL, DATABASE_WORKER_URL, "
            "DATABASE_SENDER_URL and DATABASE_RECEIVER_URL to roles made by `manage.py roles`."
        )
