"""Where letters land that leave in a test."""


class Postbox:
    """Takes every letter and keeps what it says."""

    name = "postbox"

    def __init__(self):
        self.letters = []

    def send(self, parcel):
        self.letters.append(parcel.message)
        return "taken"

    def close(self):
        """Nothing was opened."""

    def to(self, person):
        """The texts of the letters that somebody has got."""
        return [
            one.get_body(("plain",)).get_content()
            for one in self.letters
            if person.name in str(one["To"])
        ]
