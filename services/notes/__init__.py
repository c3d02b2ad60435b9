"""Notes: hidden from customers by default, opened to readers who are named before saving."""
