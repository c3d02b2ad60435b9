"""Help for staff: what customers see."""

from pages.ui.text import t


def about_showing() -> list[tuple[str, str]]:
    """How a candidate is shown to customers, and what passes between them and staff."""
    return [
        (
            t("How do I prepare a resume for customers?"),
            t(
                "Open the candidate and choose Prepare the resume for customers: a copy without "
                "contacts stands in the editor, with the list of what was taken out beside it. Put "
                "back what is no contact, take out more, write on, then choose Save Changes. "
                "Later: Edit applicant’s profile → Resume for customers → Copy without contacts."
            ),
        ),
        (
            t("There is no resume for customers yet. Must I prepare it before I present?"),
            t(
                "No. Where one is missing, the dialog of presenting has a button that makes it of "
                "the original, without contacts, for all whom you present. Then read it through "
                "on the candidate’s page: nobody has done so yet."
            ),
        ),
        (
            t("Can I show a candidate without surname, photo or employers?"),
            t(
                "Yes, to customers from whom contacts are hidden. At the resume for customers "
                "switch on Surname as an initial or Without photo: it holds wherever such a "
                "customer meets the candidate, once you have saved. Employers in neutral words "
                "proposes “a bank in Kyiv” for each that is found; change the words beside it or "
                "put the name back. What every resume begins with an administrator chooses in "
                "Account settings → Resumes for customers."
            ),
        ),
        (
            t("Can the customers of one vacancy read another version?"),
            t(
                "Yes: at the resume for customers choose the vacancy under Made for. Its own "
                "version is read there alone, the general one wherever there is none. History on "
                "the candidate’s page compares earlier versions and restores them."
            ),
        ),
        (
            t("How do I show a portfolio or a test task?"),
            t(
                "On the candidate’s page → Attachments: add the file, then Open to the customers. "
                "Those who see contacts get it as it is; those from whom they are hidden get its "
                "text alone, made anew without them. Hide takes it back at once."
            ),
        ),
        (
            t("How do customers get a resume as a file?"),
            t(
                "They download what they read, as PDF or DOCX, made anew: no contact that is "
                "hidden from them is in it. The original itself only where Edit Job says that "
                "customers who see contacts may download it; it is off until you switch it on."
            ),
        ),
        (
            t("Presenting waits: a contact would be seen. What now?"),
            t(
                "Contacts are hidden from one of the customers, and the list names each contact "
                "in what that customer would get. Remove takes them all out; tick “Not a contact” "
                "where it is none, a hotline for example: that is recorded for this candidate. "
                "Then present. Notes that are opened wait the same way."
            ),
        ),
        (
            t("What does “May be a contact” mean?"),
            t(
                "No rule reads it for certain, so customers from whom contacts are hidden do not "
                "get it until you decide. Read it in its line. If it is a contact, leave it: it is "
                "taken out with the rest. If it is none, choose Put back at the resume, then Save "
                "Changes; where presenting, a note or a file waits, one press keeps all that are "
                "listed there. It is remembered for this candidate, and you are not asked again."
            ),
        ),
        (
            t("What does a customer see?"),
            t(
                "Only their own vacancies, the candidates presented there with the resume for "
                "customers, and the notes opened to their company. Amber with a lamp means: the "
                "customer sees this. A dashed edge with a lock means: only staff."
            ),
        ),
        (
            t("Can I look at it as the customer does?"),
            t(
                "On the vacancy or the candidate: What the customer sees. Choose the customer; you "
                "see the very page, wide or as on a phone, and nothing acts there. Beside it "
                "stands what is shown, not shown or removed, and by which rule."
            ),
        ),
        (
            t("Who reads a note?"),
            t(
                "A note is hidden from customers unless you take the tick off “Don’t show this to "
                "customers”. Before you save, the form names who will read it."
            ),
        ),
        (
            t("I wrote a note too early. What now?"),
            t(
                "For ten seconds Undo takes it back before anybody reads it. For a quarter of an "
                "hour you can edit it, and withdraw it at any time; what it said is kept. @name in "
                "a note tells a colleague."
            ),
        ),
        (
            t("A customer has corrected skills. What now?"),
            t(
                "You see it on the candidate’s page with before and after. The customer’s own "
                "company sees it at once, others once you choose Accept; Undo takes it back."
            ),
        ),
        (
            t("Who was shown this candidate?"),
            t(
                "On the candidate’s page, under Shown to: each customer from when until when, and "
                "which resume; a mark says that it is the very text that was shown. The same "
                "stands on a customer’s page, and both come as XLSX."
            ),
        ),
        (
            t("Can a vacancy have stages of its own?"),
            t(
                "Edit Job → Stages: choose one in the list to change its names, place, meaning and "
                "who sees it; add one, or take one out. Candidates who stand in it are moved where "
                "you say, and nobody is presented by it. What new vacancies begin with, an "
                "administrator chooses under Account settings → Stages of new vacancies."
            ),
        ),
        (
            t("Does the customer see a candidate’s expected salary or age?"),
            t(
                "Only where you say so for that vacancy: Edit Job, the two ticks at the end. "
                "Languages are always shown, and the photo is unless Without photo is on; where "
                "candidates come from and when they can begin, never."
            ),
        ),
        (
            t("I presented the wrong candidate. What now?"),
            t(
                "For ten seconds nobody sees anything: choose Undo. Later, move the candidate "
                "back to the longlist; from that moment on the customer no longer sees them."
            ),
        ),
    ]
