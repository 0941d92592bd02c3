import os
import signal
import subprocess
import sys
from urllib.parse import unquote, urlsplit

import pytest
import redis
from kombu import Connection

from portal.servers.process import ServerError, processes_in
from portal.servers.state import PROJECT
from portal.servers.valkey import Valkey
from tests.servers.conftest import gone_within, kill

START = "import sys; from portal.servers.valkey import Valkey; Valkey(sys.argv[1]).start()"


def client(server):
    return redis.Redis(unix_socket_path=str(server.socket), decode_responses=True)


def test_it_listens_on_its_socket_alone_and_keeps_what_it_is_told(valkey):
    valkey.start()

    with client(valkey) as connection:
        names = ("port", "unixsocketperm", "appendonly", "appendfsync", "save", "maxmemory-policy")
        found = {name: connection.config_get(name)[name] for name in names}
        assert connection.info("server")["valkey_version"].split(".")[0] == "9"
    assert found == {
        "port": "0",
        "unixsocketperm": "700",
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
    }
    assert valkey.socket.stat().st_mode & 0o777 == 0o700


def test_a_second_start_finds_the_first_ones_server(valkey):
    valkey.start()
    first = processes_in(valkey.data)

    valkey.start()

    assert processes_in(valkey.data) == first


def test_what_was_enqueued_is_there_after_kill_9_and_after_a_stop(valkey):
    valkey.start()
    with client(valkey) as connection:
        connection.rpush("queue", "one", "two")
    kill(processes_in(valkey.data))
    assert gone_within(5, valkey.data)

    valkey.start()
    valkey.stop()
    valkey.start()

    with client(valkey) as connection:
        assert connection.lrange("queue", 0, -1) == ["one", "two"]


def test_a_server_that_is_stopped_is_not_joined_by_a_second_one(valkey):
    valkey.start()
    (pid,) = processes_in(valkey.data)
    os.kill(pid, signal.SIGSTOP)

    with pytest.raises(ServerError, match=rf"Valkey is running \(process {pid}\)"):
        valkey.start()

    assert processes_in(valkey.data) == [pid]
    os.kill(pid, signal.SIGCONT)
    valkey.start()
    assert processes_in(valkey.data) == [pid]


def test_starters_that_race_end_in_one_server(valkey):
    starters = [
        subprocess.Popen([sys.executable, "-c", START, valkey.folder], cwd=PROJECT, stderr=subprocess.PIPE)
        for _ in range(3)
    ]

    assert [starter.communicate(timeout=60)[1] for starter in starters] == [b"", b"", b""]
    assert len(processes_in(valkey.data)) == 1


def test_celery_reaches_it_through_the_address(tmp_path):
    server = Valkey(tmp_path / "a folder" / "valkey")
    try:
        server.start()
        assert unquote(urlsplit(server.url()).path) == str(server.socket)
        with Connection(server.url()) as connection:
            queue = connection.SimpleQueue("letters")
            queue.put({"hello": "there"})
            assert queue.get(timeout=5).payload == {"hello": "there"}
            queue.close()
    finally:
        server.stop()
    assert processes_in(server.data) == []
