"""A labelled set of texts by a fourth hand, with what compiles it."""
