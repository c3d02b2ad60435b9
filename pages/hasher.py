"""The hasher that passwords are made and checked with.

Its package draws on parts of Streamlit as it is imported, which then warns that nobody serves it:
true at that moment, and of no use to whoever reads the window in which Candela starts.
"""

import logging

logging.disable(logging.WARNING)
try:
    from streamlit_authenticator.utilities.hasher import Hasher
finally:
    logging.disable(logging.NOTSET)

__all__ = ["Hasher"]
