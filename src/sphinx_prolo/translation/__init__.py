"""The Sphinx side of translating: vetting before Sphinx reads, localising after ``Locale``, extraction, update."""
