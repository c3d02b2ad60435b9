"""Several résumé files at once: dropped together, read one by one, confirmed in one table."""
