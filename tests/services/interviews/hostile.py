"""Sixty titles, places and names that want to be more than words; made by rule, none left out."""

_BREAKS = (
    "\r\n", "\n", "\r", "\r\n ", "\x00", "\x0b", "\x0c\x1c", "\x85", "\u2028", "\u2029", "\\n",
    "\\r\\n",
)  # fmt: skip
_WISHES = (
    "BEGIN:VEVENT{0}UID:evil@x.example{0}END:VEVENT",
    "ATTENDEE;CN=Eve:mailto:eve@x.example",
    "Bcc: eve@x.example{0}{0}<script>alert(1)</script>",
    "END:VEVENT{0}END:VCALENDAR{0}BEGIN:VCALENDAR{0}METHOD:PUBLISH",
)
_ODD = (
    '"; DROP TABLE interviews; --', "a;b,c\\d:e", "=?utf-8?q?Bcc=3A_eve=40x.example?=",
    "{when} {first_name} {salary} %s ${x}", "\u202eevil\u202c\u200b\ufeff", "Я" * 150,
    "👩\u200d👩\u200d👧" * 20, "x" * 150, '"Eve" <eve@x.example>, other@x.example',
    "https://x.example/a b;c\u2028ATTENDEE:mailto:eve@x.example", "a\x07\x1b[31mb", "^n^'^^",
)  # fmt: skip

HOSTILE = tuple(
    f"Meet{end}{wish.format(end)}{end}X-Evil: 1" for end in _BREAKS for wish in _WISHES
) + tuple(_ODD)
