"""Options of formats on the command line: csv.separator=';' and csv.bom=true."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from kamerstukken.errors import BadInput

# 'csv.separator=;', 'report.pictures=false'
OPTION = re.compile(r"(?P<format>\w+)\.(?P<name>\w+)=(?P<value>.*)", re.DOTALL)


def format_options(given: list[str]) -> dict[str, dict[str, Any]]:
    """Format to option to value. Raises BadInput for what has another form."""
    options: dict[str, dict[str, Any]] = {}
    for text in given:
        if not (found := OPTION.fullmatch(text)):
            raise BadInput(f"--option {text}: write it as FORMAT.NAME=VALUE, for instance csv.bom=true")
        options.setdefault(found["format"], {})[found["name"]] = value_of(found["value"])
    return options


def value_of(text: str) -> Any:
    """A TOML value (true, 12, \"x\"), else the text as it stands; \\t is a tab."""
    try:
        return tomllib.loads(f"value = {text}")["value"]
    except (tomllib.TOMLDecodeError, KeyError):
        return text.replace("\\t", "\t")
