"""Why a letter did not leave, in codes; the pages have the words (`pages/ui/mail_words.py`)."""

#: The way is closed: every letter waits until it opens again.
OF_THE_WAY = frozenset(
    {
        "name_unknown",
        "connection_refused",
        "no_connection",
        "certificate_refused",
        "tls_failed",
        "tls_not_offered",
        "login_refused",
        "login_not_offered",
        "login_needed",
        "sender_refused",
        "key_missing",
        "key_refused",
        "key_not_allowed",
        "host_missing",
        "from_missing",
        "rate_limited",
        "server_busy",
        "provider_down",
        "provider_unknown",
        "cannot_write",
    }
)
#: This one letter cannot leave; the others go on.
OF_THE_LETTER = frozenset(
    {
        "recipient_refused",
        "recipient_busy",
        "content_refused",
        "too_large",
        "cannot_be_written",
        "file_missing",
        "recipient_blocked",
        "address_changed",
        "nothing_left",
    }
)
#: Nobody knows whether it left.
UNKNOWN = frozenset({"interrupted", "no_answer"})
#: It left, and the other side told what became of it.
TOLD_LATER = frozenset({"bounced", "blocked_there", "dropped"})
ALL = OF_THE_WAY | OF_THE_LETTER | UNKNOWN | TOLD_LATER
