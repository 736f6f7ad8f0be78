"""Decisions as files: JSON Lines for version control, a workbook that someone filled in, labels for evaluation."""
