"""What a paper may fetch while it is rendered: nothing. Its fonts and its QR code are inside it as data: addresses."""

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse


class DataOnlyFetcher(URLFetcher):
    """Opens data: addresses. Any other one (a file, a host, a redirect) stops the rendering."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return what a data: address holds.

        Raises:
            FatalURLFetchingError: for every other address.
        """
        if not url.lower().startswith("data:"):
            raise FatalURLFetchingError("a paper fetches nothing")
        return super().fetch(url, headers)
