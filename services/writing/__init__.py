"""Writing to candidates: templates of letters, their placeholders, the letters themselves."""
