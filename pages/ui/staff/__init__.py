"""Parts of staff pages."""
