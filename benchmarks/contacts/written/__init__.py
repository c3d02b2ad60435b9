"""Résumé texts with their contacts labelled, written apart from the detector; see README.md."""
