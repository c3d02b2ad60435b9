"""A labelled set of texts by a ninth hand, with what compiles it."""
