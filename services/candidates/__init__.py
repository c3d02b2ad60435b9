"""Candidates: who they are, how they are reached, what they can do, their résumés."""
