"""The résumé that a customer may see: made of the original in one act, and as it leaves."""
