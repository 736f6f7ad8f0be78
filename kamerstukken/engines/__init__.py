"""Where a run works: in this thread, in processes beside it, on a cluster. Every engine gives the same bytes out.

An engine is data (`parse`), its executor is made where it is needed and closed behind it.
"""

from kamerstukken.engines.engine import DEFAULT, Engine, SerialExecutor, parse, start_early
from kamerstukken.engines.limits import Limits

__all__ = ["DEFAULT", "Engine", "Limits", "SerialExecutor", "parse", "start_early"]
