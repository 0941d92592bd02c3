-- The login roles and the database of one installation, made where they are missing; run by the superuser.
-- The embedded server runs this at every start and the postgres image at its first one. `manage.py roles` may then,
-- as owner, set the passwords of the application's roles: the owner made them, so the owner may change them.
\set ON_ERROR_STOP on
SET client_min_messages = warning;

-- Migrates, makes and flushes test databases. Not a superuser: row-level security with FORCE holds it as well.
SELECT 'CREATE ROLE owner LOGIN NOSUPERUSER NOBYPASSRLS CREATEDB CREATEROLE'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'owner') \gexec

-- Web pages, tasks, the sender and the receiver of mails: they own nothing and bypass nothing.
SET ROLE owner;
SELECT format('CREATE ROLE %I LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE NOINHERIT', name)
FROM unnest(ARRAY['app_web', 'app_worker', 'app_sender', 'app_receiver']) AS name
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name) \gexec
RESET ROLE;

-- Reads everything, for dumps alone; only a superuser can make a role that bypasses row-level security.
SELECT 'CREATE ROLE backup LOGIN NOSUPERUSER BYPASSRLS NOCREATEDB NOCREATEROLE'
WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'backup') \gexec
GRANT pg_read_all_data TO backup;
ALTER ROLE backup SET default_transaction_read_only = on;

SELECT 'CREATE DATABASE next_tuesday OWNER owner'
WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = 'next_tuesday') \gexec

-- Over a network the owner and the backup need passwords; on the embedded server's private socket nobody does.
\getenv owner_password OWNER_PASSWORD
\if :{?owner_password}
ALTER ROLE owner PASSWORD :'owner_password';
\endif
\getenv backup_password BACKUP_PASSWORD
\if :{?backup_password}
ALTER ROLE backup PASSWORD :'backup_password';
\endif
