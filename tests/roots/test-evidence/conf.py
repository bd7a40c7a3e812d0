copyright = "2026, the authors"
version = "1"
extensions = ["sphinx_prolo"]
locale_dirs = ["locales"]
exclude_patterns = ["_build", "locales"]
