"""The texts of the help: each a question and its answer, for the one who reads them."""
