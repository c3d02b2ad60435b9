"""What a browser says of itself, in the few words its owner knows it by."""

# First match wins: Edge, Opera and Samsung's say "Chrome", too, and Chrome says "Safari".
_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("YaBrowser/", "Yandex Browser"),
    ("Vivaldi/", "Vivaldi"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_DEVICES = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
)


def device_of(user_agent: str) -> str:
    """«Firefox, Windows»; "" where neither is known. Nothing of the header itself is kept."""
    known = [
        next((name for mark, name in table if mark in user_agent), "")
        for table in (_BROWSERS, _DEVICES)
    ]
    return ", ".join(part for part in known if part)
