"""Letters: written in the reader's language, queued with the act, sent after it."""
