"""What of a contact would be left once all that is found is taken out."""

from services.contacts import find


def left(contact, text):
    """The letters and digits of the contact that lie under no report."""
    place, found = text.index(contact), find(text)
    return "".join(
        text[here]
        for here in range(place, place + len(contact))
        if text[here].isalnum() and not any(one.start <= here < one.end for one in found)
    )
