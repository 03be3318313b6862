"""Replaces functions of the pinned ministack, and says so at the start when one is no longer what it was."""

import functools
import inspect
from importlib.metadata import version


def replaces(module, name):
    """Puts the decorated function in the place of ``module.name``, also where a table of the module holds it.

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
        replacement = functools.wraps(original)(functools.partial(function, original))
        setattr(module, name, replacement)
        for table in [value for value in vars(module).values() if isinstance(value, dict)]:
            for key in [key for key, value in table.items() if value is original]:
                table[key] = replacement
        return function

    return decorate
