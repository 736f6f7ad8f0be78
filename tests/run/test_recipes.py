"""Recipes: what they may say, and what makes a letter be read again."""

from __future__ import annotations

from pathlib import Path

import pytest

from kamerstukken.errors import BadInput
from kamerstukken.recipe import Recipe, load_recipe

ROOT = Path(__file__).resolve().parent.parent.parent


def test_the_recipe_in_the_repository_is_the_default() -> None:
    assert load_recipe(ROOT / "pipelines" / "standaard.toml") == Recipe()


def test_names_and_formats_do_not_change_what_is_found() -> None:
    assert Recipe(name="x", export=("csv",)).hash == Recipe().hash
    assert Recipe(cite={"b": 1, "a": 2}).hash == Recipe(cite={"a": 2, "b": 1}).hash
    assert Recipe(cite={"a": 1}).hash != Recipe(commit={"a": 1}).hash


@pytest.mark.parametrize(
    "text, message",
    [
        ("nmae = 'x'", "unknown field `nmae`"),
        ("export = 'csv'", "Expected `array`"),
        ("= 3", "not a recipe"),
        ("name = '\udcff'", "not a recipe"),
    ],
)
def test_a_wrong_recipe_is_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(BadInput, match=message) as error:
        load_recipe(path)
    assert "r.toml" in str(error.value)


def test_a_missing_recipe_is_explained(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no recipe to read"):
        load_recipe(tmp_path / "none.toml")
