"""The database's own catalogue says whether every table stands behind both locks; nobody types the tables in."""

import pytest
from django.apps import apps
from django.db import connection, models

from collaborative.isolation.models import RowKey
from tests.proofs.world import WRITTEN_BY_WORKERS

# Tables that belong to no organization: logins and sessions, queues of the framework, nothing said about a person.
GLOBAL_TABLES = {
    "account_emailaddress", "account_emailconfirmation", "auth_group", "auth_group_permissions", "auth_permission",
    "cache_entries", "django_content_type", "django_migrations", "django_session", "mfa_authenticator", "people_user",
    "pghistory_context", "usersessions_usersession",
}  # fmt: skip
# Rows carried by lower floors: organization and person as plain ids, policy yes, foreign key no.
WITHOUT_KEYS = {"audit_access", "audit_opening", "drafts_draft", "files_storedfile", "outbox_message", "outbox_notice",
                "tenancy_sentform"}  # fmt: skip
# Functions that run with their owner's rights.
DEFINER_FUNCTIONS = {"forget", "clear_trash"}

OUR_PACKAGES = ("collaborative", "metrics", "pdsa", "portal")

pytestmark = pytest.mark.django_db


def rows(sql, *parameters):
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall()


def granted(*roles):
    """{(role, table, privilege)} on the tables of the application."""
    return set(
        rows(
            "SELECT r.rolname, c.relname, a.privilege_type FROM pg_class c"
            " JOIN pg_namespace n ON n.oid = c.relnamespace CROSS JOIN LATERAL aclexplode(c.relacl) a"
            " JOIN pg_roles r ON r.oid = a.grantee"
            " WHERE n.nspname = 'public' AND c.relkind = 'r' AND r.rolname = ANY(%s)",
            list(roles),
        )
    )


def public_tables():
    return {name for (name,) in rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")}


@pytest.mark.capability("C001")
def test_every_table_is_behind_row_level_security_or_listed():
    protected = {
        name
        for (name,) in rows(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
            " WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND c.relrowsecurity AND c.relforcerowsecurity"
            " AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polname = 'organization')"
        )
    }

    assert public_tables() - protected == GLOBAL_TABLES


def test_the_suite_runs_as_a_role_that_row_level_security_holds():
    [(role, strong)] = rows(
        "SELECT current_user, rolsuper OR rolbypassrls OR rolcreaterole FROM pg_roles WHERE rolname = current_user"
    )

    assert (role, strong) == ("app_web", False)
    assert rows("SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user") == []


def test_nothing_reads_past_the_policies():
    assert rows("SELECT viewname FROM pg_views WHERE schemaname = 'public'") == []
    assert rows("SELECT matviewname FROM pg_matviews WHERE schemaname = 'public'") == []
    definers = {
        name
        for (name,) in rows(
            "SELECT p.proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace"
            " WHERE n.nspname = 'public' AND p.prosecdef"
        )
    }
    assert definers == DEFINER_FUNCTIONS


def test_the_application_may_not_empty_tables_or_hang_triggers_on_them():
    grants = granted("app_web", "app_worker", "app_sender", "app_receiver")

    assert ("app_web", "tenancy_team", "UPDATE") in grants
    assert {grant for grant in grants if grant[2] in ("TRUNCATE", "REFERENCES", "TRIGGER")} == set()


def test_history_is_only_added_to():
    history = {model._meta.db_table for model in apps.get_models() if hasattr(model, "pgh_tracked_model")}
    grants = {(table, privilege) for _role, table, privilege in granted("app_web", "app_worker") if table in history}

    assert grants == {(table, privilege) for table in history for privilege in ("SELECT", "INSERT")}


def test_what_the_worker_computes_the_web_only_reads():
    for label in WRITTEN_BY_WORKERS:
        table = apps.get_model(label)._meta.db_table
        grants = {privilege for _role, name, privilege in granted("app_web") if name == table}

        assert (table, grants) == (table, {"SELECT"})


def test_the_sender_reads_the_outbox_and_nothing_else():
    assert granted("app_sender") == {
        ("app_sender", "django_migrations", "SELECT"),
        ("app_sender", "outbox_message", "DELETE"),
        ("app_sender", "outbox_message", "SELECT"),
        ("app_sender", "outbox_message", "UPDATE"),
        ("app_sender", "outbox_notice", "SELECT"),
        ("app_sender", "outbox_notice", "UPDATE"),
    }


def test_the_receiver_adds_mails_and_reads_nothing():
    assert granted("app_receiver") == {("app_receiver", "inbound_received", "INSERT")}


def test_every_key_between_rows_carries_the_organization():
    simple = rows(
        "SELECT c.conrelid::regclass::text, c.conname FROM pg_constraint c"
        " WHERE c.contype = 'f' AND array_length(c.conkey, 1) = 1"
        " AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.confrelid AND a.attname = 'organization_id')"
    )
    composite = {
        (table, column)
        for table, column in rows(
            "SELECT c.conrelid::regclass::text, a.attname FROM pg_constraint c"
            " JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[2]"
            " WHERE c.contype = 'f' AND array_length(c.conkey, 1) >= 2 AND NOT c.condeferrable"
        )
    }
    wanted = {
        (model._meta.db_table, column.column)
        for model in apps.get_models()
        for column in model._meta.concrete_fields
        if isinstance(column, RowKey) and not hasattr(model, "pgh_tracked_model")
    }

    assert simple == []
    assert wanted - composite == set()


def test_every_unique_rule_starts_with_the_organization():
    loose = rows(
        "SELECT t.relname, i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid"
        " JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = t.relnamespace"
        " WHERE n.nspname = 'public' AND x.indisunique AND NOT x.indisprimary"
        " AND EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'organization_id')"
        " AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attnum = x.indkey[0]"
        " AND a.attname = 'organization_id')"
    )

    assert loose == []


def test_keys_to_the_organization_stand_wherever_the_floor_allows_them():
    keyed = {
        table
        for (table,) in rows(
            "SELECT c.conrelid::regclass::text FROM pg_constraint c"
            " WHERE c.contype = 'f' AND c.confrelid = 'tenancy_organization'::regclass"
        )
    }
    wanted = {
        model._meta.db_table
        for model in apps.get_models()
        if any(column.name == "organization_id" for column in model._meta.concrete_fields)
        and not hasattr(model, "pgh_tracked_model")
    }

    assert wanted - keyed == WITHOUT_KEYS - {"tenancy_sentform"}


def test_no_table_is_made_behind_our_back():
    ours = [model for model in apps.get_models() if model.__module__.split(".")[0] in OUR_PACKAGES]

    assert [field for model in ours for field in model._meta.local_many_to_many] == []


def test_every_row_of_an_organization_is_named_by_a_uuid():
    keys = {
        model._meta.label: type(model._meta.pk)
        for model in apps.get_models()
        if any(column.name == "organization_id" for column in model._meta.concrete_fields)
        and not hasattr(model, "pgh_tracked_model")
    }

    assert keys == dict.fromkeys(keys, models.UUIDField)
