"""Ties: the motions and kamerstukken that an act rests on, and in what way the letter says so. See `ties_of`."""

from __future__ import annotations

from kamerstukken.commit.ties.find import Tie, motions_of, papers_of, ties_of

__all__ = ["Tie", "motions_of", "papers_of", "ties_of"]
