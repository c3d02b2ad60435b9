"""A labelled set of texts by a tenth hand, with what compiles it."""
