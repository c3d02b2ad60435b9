"""The access matrix, the agency: its people, their customers and the vacancies."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import select

from db.models import User, Vacancy, VacancyCustomer
from services import agency, audit, letterhead, profile
from services.access import closing as access_closing
from services.access import ending as access_ending
from services.access import ending_days as access_ending_days
from services.access import invited
from services.companies import changing as company_changing
from services.companies import directory as company_directory
from services.companies import naming as company_naming
from services.customers import consequences, directory, endings, invitations, story
from services.customers import forms as customer_forms
from services.mail import look
from services.staff import directory as staff_directory
from services.staff import forms as staff_forms
from services.staff import handover as staff_handover
from services.staff import invitations as staff_invitations
from services.vacancies import across, closed, closing, stage_changes, stage_forms, stages, template
from services.vacancies import customers as vacancy_customers
from services.vacancies import forms as vacancy_forms
from services.vacancies import story as vacancy_story
from services.vacancies import views as vacancy_views
from services.work import Work
from tests.services.matrix import (
    ADMIN,
    CUSTOMERS,
    EVERYBODY,
    PEOPLE,
    STAFF,
    VACANCIES,
    Row,
    Target,
    on_company,
    on_customer,
    on_recruiter,
    on_vacancy,
    staff_only,
)

VACANCY_FORM = vacancy_forms.VacancyForm("Tester")
STAGE = stage_forms.StageForm("Ours", place=1)
CUSTOMER_FORM = customer_forms.CustomerForm("vira@acme.example", "Vira")
STAFF_FORM = staff_forms.StaffForm("vira@clear.example", "Vira")


def _spare(work: Work, target: Target) -> dict[str, Any]:
    """A stage that has just been added, so that nobody stands in it."""
    if not work.viewer.is_staff:
        return {"stage_id": 1, "version": 1}
    named = {"vacancy_id": target.vacancy, "version": target.vacancy_version}
    made = stage_changes.save_stage(work, **named, form=STAGE)
    work.flush()
    return {"stage_id": made, "version": work.one(Vacancy, target.vacancy).version}


AGENCY: dict[Callable[..., Any], Row] = {
    agency.agency: Row(EVERYBODY - {"librarian"}, belt=True),
    agency.edit: Row(
        frozenset({"admin"}),
        lambda work, target: {"form": agency.AgencyView("A", "", "a@b.example", "", "")},
    ),
    letterhead.letterhead: Row(ADMIN),
    letterhead.choose_colour: Row(ADMIN, lambda work, target: {"colour": "#123456"}),
    letterhead.set_logo: Row(ADMIN, lambda work, target: {"picture": b"x"}),
    letterhead.remove_logo: Row(ADMIN),
    look.look_of: Row(EVERYBODY - {"librarian"}, belt=True),
    profile.choose_language: Row(
        PEOPLE, lambda work, target: {"language": "uk", "time_zone": "UTC"}
    ),
    profile.my_profile: Row(STAFF),
    profile.edit_profile: Row(STAFF, lambda work, target: {"form": profile.ProfileForm("A")}),
    profile.set_photo: Row(STAFF, lambda work, target: {"picture": b"x"}),
    profile.remove_photo: Row(STAFF),
    # Nobody here has one; whose is seen by whom: test_profile.py.
    profile.photo: Row(
        PEOPLE,
        lambda work, target: {"user_id": target.user},
        ("recruiter", "globex"),
        reach={"nobody": set()},
    ),
    audit.record: Row(
        PEOPLE | {"doorkeeper", "usher"},
        lambda work, target: {"act": "x", "object_kind": "x", "object_id": 1},
        belt=True,
    ),
    company_naming.choices: staff_only(),
    company_naming.named: staff_only(lambda work, target: {"name": "New"}, belt=True),
    company_naming.known_as: Row(EVERYBODY, lambda work, target: {"name": "New"}),
    company_directory.companies: staff_only(),
    company_directory.card: on_company(),
    company_directory.merge_preview: on_company(
        call=lambda work, target: {"into_id": target.other_company}
    ),
    company_directory.standing: on_company(),
    company_changing.rename: on_company(call=lambda work, target: {"name": "Another name"}),
    company_changing.merge: on_company(call=lambda work, target: {"into_id": target.other_company}),
    directory.customers: staff_only(),
    directory.card: on_customer(),
    story.followed_by: on_customer(),
    story.shown_to_customer: on_customer(),
    story.deeds_of: on_customer(),
    consequences.block_preview: on_customer(),
    directory.tieable: on_vacancy(STAFF, absent="ok"),
    customer_forms.add: on_vacancy(STAFF, call=lambda work, target: {"form": CUSTOMER_FORM}),
    customer_forms.edit: on_customer(
        call=lambda work, target: {
            "form": CUSTOMER_FORM,
            "version": target.customer_version,
            "across_companies": work.scalars(select(VacancyCustomer.vacancy_id)).all(),
        }
    ),
    customer_forms.block: on_customer(),
    customer_forms.reactivate: on_customer(),
    invitations.invite: Row(
        STAFF,
        lambda work, target: {"customer": work.one(User, target.customer), "vacancy_id": None},
        VACANCIES,
        belt=True,
    ),
    customer_forms.invite_again: on_customer(),
    invitations.newest_vacancy: Row(EVERYBODY, lambda work, target: {"customer_id": 1}),
    invited.refuse_taken: Row(
        EVERYBODY, lambda work, target: {"email": "new@x.example", "own_id": None}
    ),
    staff_directory.colleagues: Row(ADMIN),
    staff_directory.card: on_recruiter(),
    staff_forms.add: Row(ADMIN, lambda work, target: {"form": STAFF_FORM}),
    staff_forms.edit: on_recruiter(call=lambda work, target: {"form": STAFF_FORM, "version": 1}),
    staff_forms.block: on_recruiter(),
    staff_forms.reactivate: on_recruiter(),
    staff_forms.invite_again: on_recruiter(),
    staff_handover.hand_over: on_recruiter(
        call=lambda work, target: {"to_id": work.viewer.user_id}
    ),
    staff_invitations.invite: Row(
        ADMIN,
        lambda work, target: {"colleague": work.one(User, target.user)},
        ("recruiter",),
        belt=True,
        reach={"admin": {"recruiter"}},
    ),
    access_ending.end_later: on_customer(call=lambda work, target: {"vacancy_id": target.vacancy}),
    access_ending.keep_access: on_customer(),
    access_ending.stop_ending: Row(
        STAFF,
        lambda work, target: {"customer": work.one(User, target.customer)},
        VACANCIES,
        belt=True,
    ),
    access_ending_days.ending_days: Row(STAFF),
    access_ending_days.choose_ending_days: Row(
        ADMIN, lambda work, target: {"ends_after": 9, "warned_before": 2}
    ),
    access_ending.stop_ending_for: staff_only(lambda work, target: {"vacancy_id": 1}),
    endings.endings_due: Row(EVERYBODY),
    endings.warn_or_end: on_customer(),
    access_closing.shut: Row(EVERYBODY, lambda work, target: {"user_id": 1, "why": "x"}),
    # ------------------------------------------------ vacancies
    vacancy_views.vacancies: Row(PEOPLE),
    vacancy_views.vacancy: on_vacancy(PEOPLE),
    vacancy_views.my_recruiter: Row(PEOPLE),
    vacancy_views.responsible: Row(
        EVERYBODY - {"redactor", "librarian"},
        lambda work, target: {"recruiter_id": target.user},
        ("recruiter", "globex"),
        belt=True,
        reach={viewer: {"recruiter"} for viewer in EVERYBODY - {"redactor", "librarian"}},
    ),
    vacancy_forms.add: staff_only(lambda work, target: {"form": VACANCY_FORM}),
    vacancy_forms.edit: on_vacancy(
        STAFF,
        call=lambda work, target: {"form": VACANCY_FORM, "version": target.vacancy_version},
    ),
    vacancy_forms.recruiters: staff_only(),
    across.tie_preview: on_vacancy(
        STAFF, call=lambda work, target: {"customer_id": target.customer}
    ),
    across.preview_of_new: on_vacancy(
        STAFF, call=lambda work, target: {"name": "Vira", "company": "New"}
    ),
    across.crossed_by_vacancy: on_vacancy(STAFF, call=lambda work, target: {"company": "New"}),
    across.crossed_by_customer: on_customer(call=lambda work, target: {"company": "New"}),
    vacancy_customers.tie: on_vacancy(
        STAFF, call=lambda work, target: {"customer_id": target.customer}
    ),
    vacancy_customers.untie: on_vacancy(
        STAFF, call=lambda work, target: {"customer_id": target.customer}
    ),
    stages.stages_of: Row(
        EVERYBODY, lambda work, target: {"*": (target.vacancy,)}, VACANCIES, absent="ok"
    ),
    template.add_stages: staff_only(lambda work, target: {"vacancy_id": 1}, belt=True),
    template.template: staff_only(),
    template.save_template_stage: Row(ADMIN, lambda work, target: {"form": STAGE, "version": 0}),
    template.remove_template_stage: Row(ADMIN, lambda work, target: {"place": 2, "version": 0}),
    template.default_template_again: Row(ADMIN, lambda work, target: {"version": 0}),
    stage_changes.save_stage: on_vacancy(
        STAFF, call=lambda work, target: {"form": STAGE, "version": target.vacancy_version}
    ),
    stage_changes.remove_stage: on_vacancy(STAFF, call=_spare),
    stage_changes.standing: on_vacancy(STAFF),
    vacancy_story.story: on_vacancy(STAFF),
    vacancy_views.followers: on_vacancy(STAFF),
    closed.refuse_closed: on_vacancy(EVERYBODY, blind=EVERYBODY - CUSTOMERS, belt=True),
    closing.close: on_vacancy(STAFF, call=lambda work, target: {"reason": "filled"}),
    closing.reopen: on_vacancy(STAFF),
    closing.without_another: on_vacancy(STAFF),
}
