"""The look: tokens, type, patterns, icons and the mark, as files that the browser is served."""
