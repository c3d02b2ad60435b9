"""The résumé that a customer may see: made of the original in one act, and what it is made of."""
