"""Talking to the services: slowly, patiently, within limits, and to nobody else."""

from kamerstukken.sources.http.client import Answer, Client
from kamerstukken.sources.http.download import Downloaded, download
from kamerstukken.sources.http.pace import Clock

__all__ = ["Answer", "Client", "Clock", "Downloaded", "download"]
