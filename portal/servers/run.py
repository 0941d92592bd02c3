"""`make run`: servers, database, web, worker, beat and sender in one terminal; Ctrl-C or SIGTERM ends all of it.

What holds: nothing is started when the address is taken, the set-up is unfinished or the folder already has a runner;
a runner that was killed does not stop the next one; data stay in the state folder between runs.
"""

import contextlib
import importlib
import os
import signal
import subprocess
import sys

from portal.servers.checks import address, only_runner, refuse_busy_port, refuse_unfinished_setup
from portal.servers.environment import embedded_environment, stop_embedded
from portal.servers.process import ServerError, say
from portal.servers.state import PROJECT, State

# DEBUG is off so that people see our own error pages; the second demo variable says that this is meant.
DEFAULTS = {
    "ENVIRONMENT": "development",
    "DEBUG": "false",
    "DEMO": "true",
    "DEMO_PUBLIC": "true",
    "INSECURE_COOKIES": "true",
    "STATIC_HASHED": "true",
}
EVERYWHERE = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (only when the person asks for it with HOST=)
ROLE_URLS = {
    "web": "DATABASE_WEB_URL",
    "worker": "DATABASE_WORKER_URL",
    "sender": "DATABASE_SENDER_URL",
    "receiver": "DATABASE_RECEIVER_URL",
}


def browser_host(host):
    """The name to type for this listening address."""
    name = EVERYWHERE.get(host, host)
    return f"[{name}]" if ":" in name else name


def application_environment(state, servers, host, port):
    """Every variable the application sees in `make run`; what the person has set wins."""
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    hosts = ["localhost", "127.0.0.1", "[::1]"]
    hosts += ["*"] if host in EVERYWHERE else [browser_host(host)]
    computed = {
        "ALLOWED_HOSTS": ",".join(dict.fromkeys(hosts)),
        "PUBLIC_ADDRESS": f"http://{browser_host(host)}:{port}",
        "STATIC_ROOT": str(state.folder / "static"),
        "NEXT_TUESDAY_STATE": str(state.folder),
        "PYTHONUNBUFFERED": "1",
    }
    return {**DEFAULTS, **computed, **own, **servers}


def for_role(environment, role):
    """The environment of a process with one database role; it is not told the owner's address when it has its own."""
    if not environment.get(ROLE_URLS[role]):
        return {**environment, "DATABASE_ROLE": role}
    other = {"DATABASE_URL", *ROLE_URLS.values()} - {ROLE_URLS[role]}
    kept = {name: value for name, value in environment.items() if name not in other}
    return {**kept, "DATABASE_ROLE": role}


def children(state, host, port):
    """(name, database role, words) of every process of the application."""
    python = sys.executable
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    gunicorn = ["-m", "gunicorn", "portal.wsgi", "--bind", bind, "--preload", "--worker-class", "gthread"]
    threads = ["--workers", "1", "--threads", "4", "--graceful-timeout", "3", "--timeout", "60"]
    quiet = ["--log-level", "warning", "--no-control-socket"]
    celery = ["-m", "celery", "-A", "portal.celery", "-q"]
    worker = ["worker", "--pool", "prefork", "--concurrency", "2", "--without-gossip", "--without-mingle"]
    beat = ["beat", "-s", state.folder / "beat", "--pidfile="]
    receiver = ("receiver", "receiver", [python, PROJECT / "manage.py", "receive"])
    return [
        ("web", "web", [python, *gunicorn, *threads, *quiet]),
        ("worker", "worker", [python, *celery, *worker, "--loglevel", "WARNING"]),
        ("beat", "worker", [python, *celery, *beat, "--loglevel", "WARNING"]),
        ("sender", "sender", [python, PROJECT / "manage.py", "send"]),
        *([receiver] if os.environ.get("INBOUND_URL") else []),
    ]


def prepare_database(environment):
    """Roles, migrations, demo and static files, as the owner, before anything serves."""
    own = {**environment, "DATABASE_ROLE": "owner"}
    words = [sys.executable, "-m", "portal.servers.prepare"]
    if subprocess.run(words, check=False, cwd=PROJECT, env=own).returncode:
        raise ServerError("The database could not be prepared: the lines above say why.")


def run_children(state, environment, host, port):
    """Run the application until somebody ends it or one of its processes does."""
    runner_module = importlib.import_module("portal.servers.runner")  # honcho is there only after the set-up
    runner_module.use_forks()
    place = f"http://{browser_host(host)}:{port}/"
    sentence = f"Next Tuesday is at {place} (Ctrl-C ends everything)."
    listening = (browser_host(host).strip("[]"), port)
    runner = runner_module.Runner(announce=(listening, sentence))
    for name, role, words in children(state, host, port):
        after = None if name == "web" else listening  # people first
        runner.add(name, words, for_role(environment, role), PROJECT, after=after)
    runner.loop()
    if not runner.was_asked:
        raise ServerError("One process ended by itself, so everything was ended: its lines are above.")


def run(state):
    """From the checks to the last process's end."""
    host, port = address(os.environ)
    refuse_unfinished_setup()
    with only_runner(state):
        refuse_busy_port(host, port)
        try:
            environment = application_environment(state, embedded_environment(state), host, port)
            prepare_database(environment)
            run_children(state, environment, host, port)
        finally:
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                signal.signal(number, signal.SIG_IGN)
            stop_embedded(state)


def _interrupt(number, frame):
    raise KeyboardInterrupt


def main():
    """Exit with 0 after Ctrl-C or SIGTERM, with 1 after one sentence that says what is in the way."""
    signal.signal(signal.SIGTERM, _interrupt)
    signal.signal(signal.SIGHUP, _interrupt)
    try:
        with contextlib.suppress(KeyboardInterrupt):
            run(State.of_this_machine())
    except ServerError as error:
        say(str(error))
        return 1
    say("Everything is ended; the data stay for the next time.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
