"""The résumé on paper: exactly what its reader reads on the page, made anew as a PDF or DOCX.

`asked` says what stands on it, `making` has it set in a process of its own (`child`), which knows
nothing but the sheet; so nothing is imported here.
"""
