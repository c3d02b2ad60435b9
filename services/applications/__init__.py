"""Applications: a candidate considered for a vacancy, moved through its stages, presented."""
