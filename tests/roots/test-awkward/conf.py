extensions = ["sphinx_prolo"]
language = "en"
locale_dirs = ["locales"]
handout_languages = ["en", "ar"]
handout_editions = ["standard", "large-print", "bilingual"]
suppress_warnings = ["toc.not_included"]
