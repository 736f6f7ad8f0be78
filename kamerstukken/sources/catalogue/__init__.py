"""The catalogue brought up to date: from OData, from SyncFeed, or from dump files without any network."""

from kamerstukken.sources.catalogue.fetch import Event, Summary, fetch_catalogue, fetch_dicta, read_dumps

__all__ = ["Event", "Summary", "fetch_catalogue", "fetch_dicta", "read_dumps"]
