"""The leak check: what of a candidate would tell his contacts to whom they are hidden from.

Before a candidate is shown and before a note is opened, every text that those customers would
receive is looked through (`sources.py`); what is found stops it (`checking.py`) until it is
removed or said to be no contact (`settling.py`). Opened attachments and interviews are never
changed: it is recorded that staff know of the contacts in them, which customers read cut. Nobody
is tied to a vacancy yet: whoever comes may be one of them, so it is looked through as well. Where
all have contacts open, what is found is told and stops nothing. Reading stays the second belt:
`disclosure.py` cuts on the way out.
"""
