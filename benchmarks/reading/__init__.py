"""How well résumé files are read: a labelled set, made here, and what was kept of it."""
