"""How long ago something was, as a person would say it."""

from datetime import datetime


def ago(then: datetime, now: datetime) -> str:
    """``today``, ``yesterday``, ``3 days ago``, ``5 weeks ago``, ``8 months ago``, ``2 years ago``.

    Days end at midnight, where the person is.
    """
    days = (now.astimezone().date() - then.astimezone().date()).days
    if days <= 1:
        return "yesterday" if days == 1 else "today"
    for length, unit in ((365, "year"), (30, "month"), (7, "week")):
        if days >= 2 * length:
            return f"{days // length} {unit}s ago"
    return f"{days} days ago"
