"""Threads that meet where they should not."""

import sys
import threading


def in_threads(actions):
    """Runs each in a thread of its own, all from the same moment on, and changing places all the time; returns what
    they return, or the exception."""
    start, results = threading.Barrier(len(actions)), [None] * len(actions)

    def run(number, action):
        start.wait(5)
        try:
            results[number] = action()
        except Exception as problem:
            results[number] = problem

    threads = [threading.Thread(target=run, args=pair) for pair in enumerate(actions)]
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    return results
