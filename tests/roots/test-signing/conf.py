extensions = ["sphinx_prolo"]
locale_dirs = ["locales"]
exclude_patterns = ["_build", "locales"]
