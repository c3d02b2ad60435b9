"""The file sender: nothing leaves the house."""

from email.policy import SMTP
from pathlib import Path

from db.keys import key_text
from services.mail.senders.sender import NotTaken, Parcel


class FileSender:
    """Writes letters as `.eml` files into a folder of the data directory."""

    name = "file"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def send(self, parcel: Parcel) -> str:
        """Write the letter; the same letter always goes to the same file. Raises NotTaken."""
        name = f"{key_text(parcel.letter_id)}.eml"
        unfinished = self._folder / f"{name}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            unfinished.write_bytes(parcel.message.as_bytes(policy=SMTP))
            unfinished.rename(self._folder / name)
        except OSError as error:
            raise NotTaken(problem="cannot_write", said=error.strerror) from error
        return name

    def close(self) -> None:
        """Nothing is open."""
