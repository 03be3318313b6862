"""The time of rules and schedules. It can run faster than the world's, so that a test sees many minutes in seconds."""

import time

_rate = 1.0
_began = time.time()


def set_rate(rate):
    """Makes a second of the world this many seconds long, from now on."""
    global _rate, _began
    _began = time.time()
    _rate = rate


def now():
    """Seconds since 1970, as rules and schedules see them."""
    return _began + (time.time() - _began) * _rate


def real_seconds(seconds):
    """How long these seconds take in the world."""
    return seconds / _rate
