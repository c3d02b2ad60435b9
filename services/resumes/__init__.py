"""Résumés for customers: what is made of them, and in which form it leaves."""
