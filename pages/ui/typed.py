"""A form that was sent: what was typed in it, and where its refusal stands."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from streamlit.delta_generator import DeltaGenerator

Form = TypeVar("Form")


@dataclass(frozen=True, slots=True)
class Typed(Generic[Form]):
    """What was typed; `place` lies above the button: a refusal belongs there."""

    form: Form
    place: DeltaGenerator
