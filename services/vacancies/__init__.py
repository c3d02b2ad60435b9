"""Vacancies: what is to be filled, for whom, through which stages."""
