"""What formats share: files written beside their place, cells, sheets, the five lists by name, Dutch words for days."""
