"""Lines in which people tell, or hide, how to reach them, and the texts made of them."""
