"""Letters and catalogue from the official services: Tweede Kamer (OData, SyncFeed) and KOOP (SRU), or from dump files."""
