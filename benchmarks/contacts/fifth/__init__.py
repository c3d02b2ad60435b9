"""A labelled set of texts by a fifth hand, with what compiles it."""
