"""The process runner of `make run`: honcho, and two promises more.

No child outlives a runner that was killed, and a signal that comes while children are still being started ends them
as well.
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


class LeashedProcess(Process):
    """A child that is ended when the runner is gone without having said good-bye."""

    def run(self, events=None, ignore_signals=False):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        threading.Thread(target=self._end_after, args=(os.getppid(),), daemon=True).start()
        super().run(events, ignore_signals)

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


class Runner(Manager):
    """Starts all children, passes their lines on, and ends all when one ends or somebody asks."""

    def __init__(self, *, announce=None, **arguments):
        super().__init__(**arguments)
        self._process_ctor = LeashedProcess
        self._announce = announce
        self._asked_to_end = False
        self.was_asked = False

    def add(self, name, words, env, cwd):
        """Add a child; its words are passed on as they are, spaces and all."""
        self.add_process(name, f"exec {shlex.join(str(word) for word in words)}", env=env, cwd=str(cwd))

    def loop(self):
        # A closed terminal ends everything as a request to terminate does.
        signal.signal(signal.SIGHUP, lambda number, frame: os.kill(os.getpid(), signal.SIGTERM))
        super().loop()

    def terminate(self):
        """End all children: at once, or as soon as the last one has been started."""
        self.was_asked = self.was_asked or not self._any_stopped()
        if super()._all_started():
            super().terminate()
        else:
            self._asked_to_end = True

    def _all_started(self):
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
            try:
                socket.create_connection(place, timeout=1).close()
            except OSError:
                time.sleep(0.1)
            else:
                self.events.put(self._line(f"{sentence}\n"))
                return

    @staticmethod
    def _line(text):
        return Message(type="line", data=text, time=datetime.datetime.now(), name="system", colour=None)


def use_forks():
    """Children share our memory and our lock, on every system and version of Python."""
    multiprocessing.set_start_method("fork", force=True)
