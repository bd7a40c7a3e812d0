"""Nothing in, the day of the build out: the only clock that decides about what is printed."""

from __future__ import annotations

import datetime
import os


def today() -> datetime.date:
    """The date of the build, in UTC; ``SOURCE_DATE_EPOCH`` sets it (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is not None and epoch.isdecimal():
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date()
    return datetime.datetime.now(datetime.UTC).date()
