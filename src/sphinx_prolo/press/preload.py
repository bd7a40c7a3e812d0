"""Imported once by the server that forks the workers: WeasyPrint, so that no worker has to load it again.

Modules only. Fonts are for each worker to load, because Pango starts a thread for them, and forks have no threads.
"""

from __future__ import annotations

from sphinx_prolo import pdf

pdf.check_engine()
