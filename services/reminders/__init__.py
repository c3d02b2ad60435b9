"""Reminders: one's own on a candidate, and the recruiter's on the dates of who was hired."""
