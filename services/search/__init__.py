"""The staff's search: an index of words beside the database, fed from it and never trusted alone.

`words` says what counts as the same word, `texts` gathers what is indexed of a candidate, `index`
keeps it on disk, `keeping` brings it up to date. A customer never searches here: his question is
answered from what he reads (`services/candidates/own.py`).
"""
