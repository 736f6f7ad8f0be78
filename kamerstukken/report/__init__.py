"""The report: one HTML file for people, that opens from disk and asks the network for nothing.

`write_report(register, path, on=DAY)` writes it. `gather` collects what it tells as values, `page` sets them; what the
reader's browser does is in `assets`.
"""

from kamerstukken.report.write import write_report

__all__ = ["write_report"]
