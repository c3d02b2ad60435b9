"""A labelled set of texts by a sixth hand."""
