"""A labelled set of texts by a seventh hand, with what compiles it."""
