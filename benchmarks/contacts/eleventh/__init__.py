"""A labelled set of whole résumés by an eleventh hand, with what compiles it."""
