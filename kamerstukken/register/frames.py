"""The register's lists as pandas data frames with real dtypes: dates, categories, nullable integers.

Lists (ids, motions, boxes) are tuples in a column of objects; `explode` gives a row for each.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import msgspec
import pandas as pd

from kamerstukken.register import lists
from kamerstukken.register.columns import Column, columns
from kamerstukken.register.rows import CitationRow, CommitmentRow, DocumentRow, FailureRow

if TYPE_CHECKING:
    from kamerstukken.register.store import Register

DTYPES = {"text": "string", "integer": "Int64", "number": "float64"}
"""Type of a column (`Column.type`) to pandas' dtype; dates, choices and lists are seen to apart."""


def letters(register: Register) -> pd.DataFrame:
    """A row a letter; without blocks and footnotes."""
    return frame(DocumentRow, lists.documents(register)).drop(columns=["blocks", "footnotes"])


def citations(register: Register) -> pd.DataFrame:
    """A row a mention."""
    return frame(CitationRow, lists.citations(register))


def commitments(register: Register) -> pd.DataFrame:
    """A row an act."""
    return frame(CommitmentRow, lists.commitments(register))


def failures(register: Register) -> pd.DataFrame:
    """A row a file that could not be read."""
    return frame(FailureRow, lists.failures(register))


def frame(row: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> pd.DataFrame:
    """Rows of the contract as a data frame; the dtypes are the same where there are no rows."""
    values: list[tuple[Any, ...]] = [msgspec.structs.astuple(r) for r in rows]
    kinds = columns(row)
    series = {c.name: _series(c, [v[n] for v in values]) for n, c in enumerate(kinds)}
    return pd.DataFrame(series)


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    if column.type == "date":
        return pd.to_datetime(pd.Series(values, dtype="string"), format="%Y-%m-%d", errors="coerce")
    if column.choices:
        return pd.Series(pd.Categorical(values, categories=list(column.choices)))
    return pd.Series(values, dtype=DTYPES.get(column.type, "object"))
