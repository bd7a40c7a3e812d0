"""Sphinx settings of sphinx-prolo's own handouts and guide; what a project of your own needs, and little more."""

project = "sphinx-prolo"
author = "the sphinx-prolo authors"
copyright = "2026, the sphinx-prolo authors"
version = "1.0"  # an e-book must have one

extensions = ["sphinx_prolo"]

# The sources are English. Each folder of locales/ is a language that the handouts are printed in.
language = "en"
locale_dirs = ["../locales"]
handout_glossary = "glossary.yaml"  # the words that translations must use

exclude_patterns = ["_build", "Thumbs.db", ".DS_Store"]

html_title = "Prolotherapy handouts"
html_theme = "alabaster"
