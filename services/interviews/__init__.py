"""Interviews: when and where a candidate of a vacancy meets whom."""
