import contextlib
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import environ
import psutil
import psycopg2
import pytest

from portal.servers.postgres import FAST_AND_LOSSY, PostgreSQL
from portal.servers.process import ServerError, processes_in
from portal.servers.state import PROJECT
from tests.servers.conftest import gone_within, kill, postmaster

ROWS = "SELECT count(*) FROM kept"
START = "import sys; from portal.servers.postgres import PostgreSQL; PostgreSQL(sys.argv[1]).start()"


@contextlib.contextmanager
def connected(url):
    """A connection as Django would open it: through django-environ's reading of the address."""
    found = environ.Env.db_url_config(url)
    connection = psycopg2.connect(host=found["HOST"], user=found["USER"], dbname=found["NAME"])
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        yield cursor


def with_rows(cluster):
    cluster.start()
    cluster.sql("CREATE TABLE IF NOT EXISTS kept AS SELECT generate_series(1, 1000) AS number")
    return cluster


def not_children_of(parent, pids):
    """Those still alive of these processes that this one did not start: a server's workers come and go."""
    found = []
    for pid in pids:
        with contextlib.suppress(psutil.NoSuchProcess):
            if psutil.Process(pid).ppid() != parent:
                found.append(pid)
    return found


def test_a_new_cluster_has_the_roles_and_the_database_the_application_expects(cluster):
    cluster.start()

    roles = cluster.sql(
        "SELECT rolname, rolcanlogin, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolinherit FROM pg_roles"
        " WHERE rolname !~ '^pg_' ORDER BY rolname"
    )
    assert roles.splitlines() == [
        "app_receiver|t|f|f|f|f|f",
        "app_sender|t|f|f|f|f|f",
        "app_web|t|f|f|f|f|f",
        "app_worker|t|f|f|f|f|f",
        "backup|t|f|t|f|f|t",
        "owner|t|f|f|t|t|t",
        "postgres|t|t|t|t|t|t",
    ]
    database = cluster.sql(
        "SELECT pg_get_userbyid(datdba), datlocprovider, datlocale, pg_encoding_to_char(encoding),"
        " current_setting('data_checksums'), lower('É'), current_setting('listen_addresses')"
        " FROM pg_database WHERE datname = 'next_tuesday'"
    )
    assert database == "owner|b|C.UTF-8|UTF8|on|é|"


def test_the_owner_may_do_what_migrations_need_and_no_more(cluster):
    cluster.start()

    with connected(cluster.url("owner")) as cursor:
        cursor.execute("CREATE EXTENSION btree_gist")
        cursor.execute("ALTER ROLE app_web PASSWORD 'changed'")
        cursor.execute("CREATE DATABASE test_next_tuesday")
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute("CREATE ROLE strong BYPASSRLS")
    with connected(cluster.url("app_web")) as cursor, pytest.raises(psycopg2.errors.InsufficientPrivilege):
        cursor.execute("CREATE TABLE mine (number integer)")


def test_a_refused_statement_leaves_none_of_its_words_in_the_log(cluster):
    cluster.start()

    with connected(cluster.url("owner")) as cursor:
        cursor.execute("CREATE TABLE said (words text UNIQUE, number integer CHECK (number > 0))")
        cursor.execute("INSERT INTO said VALUES ('Zebulon pointed', 1)")
        for statement in (
            "INSERT INTO said VALUES ('Zebulon pointed', 2)",
            "INSERT INTO said VALUES ('Zebulon looked away', -1)",
            "SELECT number FROM said WHERE words = 'Zebulon' AND nothing = 1",
        ):
            with pytest.raises(psycopg2.Error):
                cursor.execute(statement)

    log = (cluster.log / "postgresql.log").read_text()
    deadline = time.monotonic() + 10
    while log.count("ERROR:") < 3 and time.monotonic() < deadline:  # the server writes after it answers
        time.sleep(0.05)
        log = (cluster.log / "postgresql.log").read_text()
    assert log.count("ERROR:") == 3
    assert "said_words_key" in log
    assert "Zebulon" not in log


def test_over_a_network_the_owner_and_the_backup_have_the_passwords_they_are_given(cluster, monkeypatch):
    monkeypatch.setenv("OWNER_PASSWORD", "it's a word")
    monkeypatch.setenv("BACKUP_PASSWORD", "another")

    cluster.start()

    kinds = (
        "SELECT rolname, left(rolpassword, 13) FROM pg_authid WHERE rolcanlogin AND rolpassword IS NOT NULL ORDER BY 1"
    )
    assert cluster.sql(kinds).splitlines() == ["backup|SCRAM-SHA-256", "owner|SCRAM-SHA-256"]


def test_a_second_start_finds_the_first_ones_server(cluster):
    with_rows(cluster)
    first = postmaster(cluster)

    cluster.start()

    assert (postmaster(cluster), cluster.sql(ROWS)) == (first, "1000")


def test_rows_are_there_after_kill_9_and_another_start(cluster):
    with_rows(cluster)
    kill(processes_in(cluster.data))
    assert gone_within(5, cluster.data)

    cluster.start()

    assert cluster.sql(ROWS) == "1000"


def test_a_start_right_after_the_postmaster_alone_is_killed_waits_for_its_children(cluster):
    with_rows(cluster)
    first = postmaster(cluster)
    os.kill(first, signal.SIGKILL)

    PostgreSQL(cluster.folder, patience=30).start()

    assert postmaster(cluster) != first
    assert cluster.sql(ROWS) == "1000"


@pytest.mark.slow
def test_a_server_that_is_stopped_keeps_its_lock_files_and_goes_on_later(cluster):
    with_rows(cluster)
    first = postmaster(cluster)
    os.kill(first, signal.SIGSTOP)

    with pytest.raises(ServerError, match=rf"PostgreSQL is running .*{first}.* does not answer .* nothing was changed"):
        cluster.start()

    assert postmaster(cluster) == first
    assert {path.name for path in cluster.socket.iterdir()} == {".s.PGSQL.5432", ".s.PGSQL.5432.lock"}
    os.kill(first, signal.SIGCONT)
    cluster.start()
    assert (postmaster(cluster), cluster.sql(ROWS)) == (first, "1000")


@pytest.mark.slow
def test_a_server_whose_lock_file_is_gone_is_not_joined_by_a_second_one(cluster):
    with_rows(cluster)
    first = postmaster(cluster)
    (cluster.data / "postmaster.pid").unlink()

    with pytest.raises(ServerError, match="PostgreSQL is running"):
        cluster.start()

    assert not_children_of(first, processes_in(cluster.data)) == [first]
    assert cluster.sql(ROWS) == "1000"
    assert (cluster.socket / ".s.PGSQL.5432").exists()


def test_starters_that_race_end_in_one_server(cluster):
    starters = [
        subprocess.Popen([sys.executable, "-c", START, cluster.folder], cwd=PROJECT, stderr=subprocess.PIPE)
        for _ in range(3)
    ]

    assert [starter.communicate(timeout=60)[1] for starter in starters] == [b"", b"", b""]
    assert [starter.returncode for starter in starters] == [0, 0, 0]
    parents = cluster.sql("SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'checkpointer'")
    assert parents == "1"
    assert cluster.sql("SELECT count(*) FROM pg_database WHERE datname = 'next_tuesday'") == "1"


def test_a_folder_with_a_space_an_apostrophe_and_a_long_name_works(tmp_path):
    cluster = PostgreSQL(tmp_path / ("Aïda's data " * 8) / "postgres")
    try:
        with_rows(cluster)
        cluster.stop()
        cluster.start()

        with connected(cluster.url("owner")) as cursor:
            cursor.execute("SELECT current_user")
            assert cursor.fetchall() == [("owner",)]
        assert cluster.sql(ROWS) == "1000"
    finally:
        cluster.stop()
    assert not cluster.socket.exists()


def test_a_cluster_that_was_half_made_is_made_anew(cluster):
    (cluster.folder / "data.init").mkdir(parents=True)
    (cluster.folder / "data.init" / "PG_VERSION").write_text("18\n")

    cluster.start()

    assert cluster.sql("SELECT 1") == "1"
    assert not (cluster.folder / "data.init").exists()


def test_data_of_another_version_are_left_alone(cluster):
    cluster.data.mkdir(parents=True)
    (cluster.data / "PG_VERSION").write_text("17\n")

    with pytest.raises(ServerError, match="written by PostgreSQL 17 and this is 18"):
        cluster.start()

    assert [path.name for path in cluster.data.iterdir()] == ["PG_VERSION"]


def test_stop_ends_every_process_and_may_be_called_twice(cluster):
    cluster.start()

    cluster.stop()
    cluster.stop()

    assert processes_in(cluster.data) == []


def test_a_socket_folder_of_somebody_else_is_refused(cluster):
    if os.geteuid() != 0:
        pytest.skip("only root can make somebody else's folder")
    cluster.socket.mkdir(parents=True)
    os.chown(cluster.socket, 12345, 12345)

    with pytest.raises(ServerError, match="belongs to somebody else"):
        cluster.start()


def as_nobody_below(folder):
    return PostgreSQL(folder / "postgres", options=FAST_AND_LOSSY, namespaces=False)


def owners_of(processes):
    """Whose these are; some of a server's helpers live but a moment."""
    found = set()
    for pid in processes:
        with contextlib.suppress(FileNotFoundError):
            found.add(Path(f"/proc/{pid}").stat().st_uid)
    return found


def test_root_without_namespaces_runs_it_as_nobody():
    if os.geteuid() != 0:
        pytest.skip("an ordinary user needs neither")
    folder = Path(tempfile.mkdtemp(dir="/tmp"))
    folder.chmod(0o755)
    cluster = as_nobody_below(folder)
    try:
        cluster.start()
        assert owners_of(processes_in(cluster.data)) == {65534}
        assert cluster.sql("SELECT 1") == "1"
    finally:
        cluster.stop()
        shutil.rmtree(folder)


def test_root_without_namespaces_in_a_private_folder_is_told_what_to_do():
    if os.geteuid() != 0:
        pytest.skip("an ordinary user needs neither")
    folder = Path(tempfile.mkdtemp(dir="/tmp"))  # 0700
    try:
        with pytest.raises(ServerError, match="PostgreSQL does not run as root.*move the project out of root's home"):
            as_nobody_below(folder).start()
    finally:
        shutil.rmtree(folder)
