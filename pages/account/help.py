"""Help: what one can do here, in the reader's language."""

import streamlit as st

from pages.ui import guard
from pages.ui.markup import section, title, words
from pages.ui.markup.basics import run
from pages.ui.text import t
from services.permissions import Permission
from services.viewer import Viewer

viewer = guard.require(Permission.PROFILE_MANAGE)


def how_letters_come() -> tuple[str, str]:
    """The same for staff and customers, each under his own settings."""
    return (
        t("Which letters do I get?"),
        t(
            "News reach you here at once. By letter they come as you choose in your settings: at "
            "once, in one letter a day, or not at all. What you have read here is not sent."
        ),
    )


def of_staff() -> list[tuple[str, str]]:
    """What a recruiter asks in the first week."""
    return [
        (
            t("How do I connect a customer?"),
            t(
                "Account settings → Manage customers → New Customer. Or on the vacancy: Edit Job → "
                "Add new customer; then he is tied to that vacancy at once. He gets an invitation "
                "letter with a personal link to set his password."
            ),
        ),
        (
            t("The customer has not received the invitation, or lost it. What now?"),
            t(
                "Manage customers → the customer → Send the invitation again. The earlier link "
                "keeps working until one of them is used. Whoever has been here before comes in by "
                "“Come in without the password” at the sign-in page."
            ),
        ),
        (
            t("A customer’s company stands there twice. What now?"),
            t(
                "Manage customers → Companies and departments → one of the two → Merge into "
                "another. Before anything is done you read whose notes will be read by whom."
            ),
        ),
        (
            t("How do I show a portfolio or a test task?"),
            t(
                "On the candidate’s page → Attachments: add the file, then Open to the customers. "
                "Who sees contacts gets it as it is; from whom they are hidden, he gets its text "
                "alone, made anew without them. Hide takes it back at once."
            ),
        ),
        (
            t("The resume is a scan. What now?"),
            t(
                "It is kept, and customers from whom contacts are hidden never get it. Where "
                "administrators have Tesseract installed on the server and read_scans switched on "
                "in config.yaml, the text of its first 12 pages is read; check all of it, numbers "
                "above all."
            ),
        ),
        (
            t("How do customers get a resume as a file?"),
            t(
                "Each downloads what he reads, as PDF or DOCX, made anew: no contact that is "
                "hidden from him is in it. The original itself only where Edit Job says that "
                "customers who see contacts may download it; it is off until you switch it on."
            ),
        ),
        (
            t("The vacancy is closed. What about its customers’ access?"),
            t(
                "Edit Job → Close the vacancy asks it for each customer who has no other open "
                "vacancy: keep it, block it now, or let it end by itself after some days (how "
                "many, administrators choose in Account settings). A letter warns him before. "
                "Re-opening the vacancy, another open vacancy or Keep the access on his page "
                "stops it."
            ),
        ),
        (
            t("A recruiter leaves. Who takes over?"),
            t(
                "An administrator opens Account settings → Manage staff → the recruiter, chooses "
                "Block, and hands the vacancies and customers over to a colleague."
            ),
        ),
        (
            t("How do I add a candidate from a resume?"),
            t(
                "Candidates → New candidate, then choose the file, or paste the text of a site, a "
                "messenger or a letter. What is proposed from it stands in the fields, below each "
                "the line it was found in: check it and save. The original is kept as it is, and "
                "so is every one that comes later."
            ),
        ),
        (
            t("How do I add several resumes at once?"),
            t(
                "Drop up to 20 files anywhere on Candidates or on a vacancy, or choose them under "
                "Several files there; on a vacancy they are linked to it. They are read one after "
                "another while you go on working. In the table each says what was found and what "
                "becomes of it: a new candidate, a new original of somebody who is known already, "
                "or nothing. A click on a name opens its fields. Nothing is saved before you press "
                "Save; Cancel leaves nothing behind, and so does signing out."
            ),
        ),
        (
            t("Is this candidate in the base already?"),
            t(
                "You are told before you save: by e-mail, phone, account, or name and city, "
                "however they are spelled. Compare the two, then choose: update the one who is "
                "there (nothing of his is overwritten unless you say so), add a new candidate, "
                "or skip."
            ),
        ),
        (
            t("Somebody else has saved what I was editing. What now?"),
            t(
                "What you typed stays. Above or below Save Changes stand who saved, what was "
                "changed, and both values where you both changed something: save yours over it, "
                "or keep theirs and save the rest of yours."
            ),
        ),
        (
            t("How do I find a candidate?"),
            t(
                "Type into the box over Candidates whatever you know: a name, a skill, a word of "
                "the resume, an e-mail, a part of the phone. Filters stand beside it; the address "
                "keeps them, so you can send the link. My filters keeps what you look for often."
            ),
        ),
        (
            t("A skill stands there twice. What now?"),
            t(
                "Account settings → Skills and categories → one of the two: choose the other one "
                "under “This word is the same as” and Merge. There each word also gets its name "
                "in the other languages."
            ),
        ),
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
            t("Presenting waits: a contact would be seen. What now?"),
            t(
                "Contacts are hidden from one of the customers, and the list names each contact "
                "in what he would get. Remove takes them all out; tick “Not a contact” where it is "
                "none, a hotline for example: that is recorded for this candidate. Then present. "
                "Notes that are opened wait the same way."
            ),
        ),
        (
            t("What does a customer see?"),
            t(
                "Only his vacancies, the candidates presented there, their resume for customers "
                "and the notes opened to his company. Amber with a lamp means: the customer sees "
                "this. A dashed edge with a lock means: only staff."
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
                "You see it on the candidate’s page with before and after. His own company sees "
                "it at once, others once you choose Accept; Undo takes it back."
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
            t("Does the customer see the salary a candidate expects, or his age?"),
            t(
                "Only where you say so for that vacancy: Edit Job, the two ticks at the end. Photo "
                "and languages he always sees; where the candidate comes from and when he can "
                "begin, never."
            ),
        ),
        (
            t("How do I remember to call a candidate?"),
            t(
                "On his page: Remind me. It rings on that day, and only for you. Who came to Hired "
                "has First day and guarantee there; the responsible recruiter is reminded of both."
            ),
        ),
        (
            t("How do I schedule an interview?"),
            t(
                "On the candidate’s page: Schedule an interview. Or tick the candidate on the "
                "vacancy, or choose an empty time in the calendar. The form says the time in each "
                "zone that differs, and with what it overlaps; nobody hears of it for ten seconds, "
                "in which Undo takes it back."
            ),
        ),
        (
            t("An interview has to be moved or called off. How?"),
            t(
                "Click it – in the calendar, beside the candidate, over the vacancies –, then "
                "Reschedule or Cancel the interview. In the calendar you can also drag it. Once it "
                "is over, say there whether it was held. Place and private comment can be changed "
                "also once it has begun."
            ),
        ),
        (
            t("Does the time of the interview suit everybody?"),
            t(
                "The candidate answers from his letter in one tap, without signing in: Confirm, or "
                "Ask for another time with a few words, which only staff read. A customer says "
                "Seen, or proposes other times. You are told at once; the answers stand in the "
                "interview. Once it is moved, earlier letters answer nothing any more."
            ),
        ),
        (
            t("Who reminds people of an interview, and who asks how it was?"),
            t(
                "Candela does, by itself. Whoever takes part, gets a copy or was invited is "
                "reminded once: the day before, or, told of it only then, two hours before. Soon "
                "after the end, whoever took part is asked for a note; nobody is where it was "
                "called off or nobody came."
            ),
        ),
        (
            t("How do I write to a candidate, or to several?"),
            t(
                "On the candidate’s page: Write a letter. On the vacancy: tick several of its "
                "candidates, then Write a letter; each gets his own, and nobody reads who else was "
                "written to. You see before what goes out, can attach documents, and have ten "
                "seconds to take it back. After a refusal the letter is offered, never sent by "
                "itself. A customer is written to from his page."
            ),
        ),
        (
            t("Where do the texts of these letters come from?"),
            t(
                "From Account settings → Letter templates, where administrators word each kind in "
                "three languages. A placeholder in braces, {vacancy} for example, is filled in for "
                "each reader. Earlier wordings stay there and can be restored. A letter begins in "
                "the candidate’s language of letters, where his profile says it.",
                vacancy="{vacancy}",
            ),
        ),
        how_letters_come(),
        (
            t("How do our logo and colour get into letters?"),
            t(
                "An administrator chooses both under Account settings → How letters look. The "
                "logo travels inside each letter, so nobody is asked to load pictures."
            ),
        ),
        (
            t("I presented the wrong candidate. What now?"),
            t(
                "For ten seconds nobody sees anything: choose Undo. Later, move the candidate back "
                "to the longlist; the customer no longer sees him from that moment on."
            ),
        ),
    ]


def of_customers(viewer: Viewer) -> list[tuple[str, str]]:
    """What a customer asks on his first visit; whom to call stands at the foot of his pages."""
    found = [
        (
            t("What do I see here?"),
            t(
                "Your vacancies and the candidates your recruiter has presented to you. An amber "
                "dot marks a candidate you have not opened yet."
            ),
        ),
        (
            t("How do I answer?"),
            t(
                "Open the candidate, read the resume, write a note or move the candidate to "
                "another stage. Your recruiter is told at once. Next candidate at the end of the "
                "page, or the arrow at its top, leads to the next one of the vacancy."
            ),
        ),
        (
            t("Skills or categories are not right. Can I correct them?"),
            t(
                "Yes: under the resume, Correct skills and categories. You and your colleagues see "
                "it at once; your recruiter is told."
            ),
        ),
        (
            t("Who reads my notes?"),
            t("Your recruiter and your colleagues who follow the same vacancy. Nobody else."),
        ),
        (
            t("When are the interviews?"),
            t(
                "Under Calendar, in your own time zone: as a month, a week, a day or a list. What "
                "is next also stands over your vacancies. A click shows when, where and with whom."
            ),
        ),
        (
            t("The time of an interview does not suit me. What now?"),
            t(
                "In the letter about it choose Propose other times and name some; you need not "
                "sign in. Your recruiter is told at once and comes back to you. If it suits you, "
                "choose Seen."
            ),
        ),
        how_letters_come(),
        (
            t("How do I come in without a password?"),
            t(
                "At the sign-in page choose “Come in without the password”. The letter brings a "
                "link that works once, for a few minutes; on your own device you stay signed in."
            ),
        ),
    ]
    if viewer.contacts_hidden:
        why = t(
            "The agency has hidden the candidates’ contacts. Ask your recruiter to arrange a "
            "meeting."
        )
        found.append((t("Why are there no phone numbers?"), why))
    return found


asked = of_staff() if viewer.is_staff else of_customers(viewer)
st.html(title(t("Help")) + run(section(question) + words(answer) for question, answer in asked))
