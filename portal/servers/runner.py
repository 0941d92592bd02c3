"""The process runner of `make run`: honcho, and three promises more.

No child outlives a runner that was killed; a signal that comes while children are still being started ends them as
well; and a child may wait for another one to be ready, since children that start at once take each other's time.
"""

import datetime
import multiprocessing
import os
import shlex
import signal
import socket
import threading
import time

from honcho.manager import Manager
from honcho.printer import Message
from honcho.process import Process

SECONDS_TO_END = 5
SECONDS_TO_WAIT = 20  # at most, for a child that others wait for


class LeashedProcess(Process):
    """A child that is ended when the runner is gone without having said good-bye.

    `after`: an address at which somebody listens before this child starts; `ending`: set once all shall end.
    """

    after = ending = None

    def run(self, events=None, ignore_signals=False):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        if self.after:
            self._wait(os.getppid())
        threading.Thread(target=self._end_after, args=(os.getppid(),), daemon=True).start()
        super().run(events, ignore_signals)

    def _wait(self, runner):
        """Until somebody listens, all shall end, or it takes too long; a signal to the terminal is the runner's."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda number, frame: None)
        latest = time.monotonic() + SECONDS_TO_WAIT
        while time.monotonic() < latest and not self.ending.is_set() and not is_open(self.after):
            if os.getppid() != runner:
                os._exit(1)
            time.sleep(0.1)

    def _end_after(self, runner):
        while os.getppid() == runner:
            time.sleep(0.5)
        for number in (signal.SIGTERM, signal.SIGKILL):
            if self._child is not None:
                try:
                    os.killpg(self._child.pid, number)
                except ProcessLookupError:
                    break
                time.sleep(SECONDS_TO_END if number == signal.SIGTERM else 0)
        os._exit(1)


def is_open(place) -> bool:
    """Whether somebody listens at (host, port)."""
    try:
        socket.create_connection(place, timeout=1).close()
    except OSError:
        return False
    return True


class Runner(Manager):
    """Starts all children, passes their lines on, and ends all when one ends or somebody asks."""

    def __init__(self, *, announce=None, **arguments):
        super().__init__(**arguments)
        self._process_ctor = LeashedProcess
        self._announce = announce
        self._asked_to_end = False
        self._ending = multiprocessing.Event()
        self.was_asked = False

    def add(self, name, words, env, cwd, *, after=None):
        """Add a child; its words are passed on as they are, spaces and all. `after`: see LeashedProcess."""
        child = self.add_process(name, f"exec {shlex.join(str(word) for word in words)}", env=env, cwd=str(cwd))
        child.after, child.ending = after, self._ending

    def loop(self):
        # A closed terminal ends everything as a request to terminate does.
        signal.signal(signal.SIGHUP, lambda number, frame: os.kill(os.getpid(), signal.SIGTERM))
        super().loop()

    def terminate(self):
        """End all children: at once, or as soon as the last one has been started."""
        self.was_asked = self.was_asked or not self._any_stopped()
        self._ending.set()
        if super()._all_started():
            super().terminate()
        else:
            self._asked_to_end = True

    def _all_started(self):
        if self._any_stopped():
            self._ending.set()
        is_started = super()._all_started()
        if is_started and self._asked_to_end:
            self._asked_to_end = False
            super().terminate()
        return is_started

    def _start(self):
        super()._start()
        if self._announce:
            threading.Thread(target=self._announce_when_ready, daemon=True).start()

    def _announce_when_ready(self):
        """Say the sentence once somebody listens at the address."""
        place, sentence = self._announce
        while not self._terminating:
            if is_open(place):
                self.events.put(self._line(f"{sentence}\n"))
                return
            time.sleep(0.1)

    @staticmethod
    def _line(text):
        return Message(type="line", data=text, time=datetime.datetime.now(), name="system", colour=None)


def use_forks():
    """Children share our memory and our lock, on every system and version of Python."""
    multiprocessing.set_start_method("fork", force=True)
