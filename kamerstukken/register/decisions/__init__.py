"""What reviewers decided: kept beside what was found, never in its place.

A decision is a row that is only ever added (`model.Decision`). What the decisions of a letter come to (`fold`) is put
where it stands in the letter as it is now (`place`), whenever a decision is taken and whenever the letter is recorded
anew; `Register.analysis` gives letters with that laid over them.
"""

from kamerstukken.register.decisions.fold import Standing, fold
from kamerstukken.register.decisions.log import Decisions, Step, Taken
from kamerstukken.register.decisions.place import find, with_quote
from kamerstukken.register.decisions.queue import Asked, Progress, Queue, QueueRow
from kamerstukken.register.decisions.rows import Judged

__all__ = [
    "Asked",
    "Decisions",
    "Judged",
    "Progress",
    "Queue",
    "QueueRow",
    "Standing",
    "Step",
    "Taken",
    "find",
    "fold",
    "with_quote",
]
