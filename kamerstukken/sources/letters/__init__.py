"""Letters: found at a service (a file a way), downloaded, and written up in the manifest."""

from kamerstukken.sources.letters.fetch import Event, Summary, fetch_letters
from kamerstukken.sources.letters.wanted import Wanted

__all__ = ["Event", "Summary", "Wanted", "fetch_letters"]
