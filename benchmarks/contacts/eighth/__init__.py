"""A labelled set of texts by a eighth hand, with what compiles it."""
