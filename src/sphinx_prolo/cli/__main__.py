"""``python -m sphinx_prolo.cli``: the same as ``sphinx-prolo``."""

from __future__ import annotations

from sphinx_prolo.cli import main

if __name__ == "__main__":
    main()
