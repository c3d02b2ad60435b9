"""What customers' pages are drawn with: for them, and for staff who look on as one of them."""
