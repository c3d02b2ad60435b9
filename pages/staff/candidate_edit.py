"""Edit applicant’s profile: everything about a candidate, one button to save it all."""

import streamlit as st

from pages.ui import guard
from pages.ui.installed import installation
from pages.ui.layout import narrow
from pages.ui.opened import maybe_key
from pages.ui.problems import opening
from pages.ui.staff.candidate_edit import draw_edit
from pages.ui.staff.candidate_new import draw_new
from pages.ui.text import t
from services.candidates.particulars import particulars
from services.candidates.resumes import originals
from services.candidates.views import candidate
from services.candidates.vocabulary import vocabulary
from services.ids import key_text
from services.permissions import Permission
from services.resumes.versions import made_for
from services.work import reading

viewer = guard.require(Permission.CANDIDATES_MANAGE)
opened = maybe_key("id")
saved = None
with opening(t("Candidates"), "/candidates"):
    with reading(installation(), viewer) as asked:
        known = vocabulary(asked)
        found = None if opened is None else candidate(asked, candidate_id=opened)
        files = [] if opened is None else originals(asked, candidate_id=opened)
        more = None if opened is None else particulars(asked, candidate_id=opened)
        places = [] if opened is None else made_for(asked, candidate_id=opened)
    if found is None or more is None:
        with narrow("candidate_edit"):
            saved = draw_new(viewer, known)
    else:
        saved = draw_edit(viewer, found, more, known, received=files, places=places)
if saved is not None:
    st.switch_page("staff/candidate.py", query_params={"id": key_text(saved)})
