"""A URL of the page in, its bytes out if it is a ``data:`` URL; every other one is refused and remembered."""

from __future__ import annotations

from urllib.request import DataHandler, Request

from weasyprint.urls import URLFetcherResponse

REFUSAL = "only data: URLs are read while printing"


class DataFetcher:
    """The only reader that WeasyPrint gets: no network, no file."""

    _fail_on_errors = False  # WeasyPrint asks; a refused address is found in ``refused``

    def __init__(self) -> None:
        self.refused: list[str] = []

    def __call__(self, url: str) -> URLFetcherResponse:
        if not url.startswith("data:"):
            self.refused.append(url)
            raise ValueError(REFUSAL)
        response = DataHandler().data_open(Request(url))  # noqa: S310 - data: only, see above
        return URLFetcherResponse(url, response.read(), dict(response.headers))
