"""Over letters: the same act said again, moved, kept or dropped; which letter settles which motion; how acts stand on a day.

- `update(register)`: make the links that are missing, at the end of a run; `register.links` reads them;
- `statuses(register, on, ids)`: the stand of acts on a day, as `dict[act id, Stand]`; `each_status` gives them one at a time.
"""

from kamerstukken.link.stand import count, each_status, statuses

__all__ = ["count", "each_status", "statuses", "update"]


def __getattr__(name: str) -> object:
    """`update` pulls in the stages' rules; who only reads links does not pay for them."""
    if name == "update":
        from kamerstukken.link.linking import update

        return update
    raise AttributeError(name)
