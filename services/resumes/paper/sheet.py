"""What stands on the paper, as plain data: the process that sets it knows nothing else."""

from dataclasses import dataclass
from typing import Literal, get_args

Kind = Literal["pdf", "docx"]
KINDS: tuple[Kind, ...] = get_args(Kind)
OUT_OF_MEMORY = 77
"""What the process that sets it ends with where it got no more memory."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """All that is set on paper; nothing else reaches it.

    `html` is the résumé as its reader reads it, `heading` is "Resume" in his language, `under`
    stands under the name, `file_name` has no ending yet.
    """

    html: str
    name: str
    under: str
    heading: str
    made_on: str
    agency: str
    reach: str
    shade: str
    logo: bytes
    language: str
    file_name: str
