"""Replaces functions of the pinned ministack, and says so at the start when one is no longer what it was."""

import functools
import inspect
from importlib.metadata import version


def replaces(module, name):
    """Puts the decorated function in the place of ``module.name``.

    It gets the original as its first argument and must otherwise take parameters of the same names.
    """

    def decorate(function):
        original = getattr(module, name, None)
        wanted = list(inspect.signature(function).parameters)[1:]
        found = list(inspect.signature(original).parameters) if callable(original) else None
        if found != wanted:
            raise SystemExit(
                f"ministack {version('ministack')} does not fit the sandbox: {module.__name__}.{name} "
                f"takes {found}, {function.__module__} was written for {wanted}. "
                "Install the version in sandbox/python/requirements.txt, or change that module."
            )
        setattr(module, name, functools.wraps(original)(functools.partial(function, original)))
        return function

    return decorate
