"""A believable small agency to look at: people, vacancies, candidates, and eight weeks of work.

`filling.fill` writes it, everything relative to a given now and the same every time. The words
stand in `resumes/`, `vacancies/` and `notes/` as Markdown; no person in them exists.
"""
