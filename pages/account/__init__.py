"""Pages of the door, and pages that everybody has."""
