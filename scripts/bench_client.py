"""A load client: a few processes, one kept connection each, the next request as soon as the answer is there."""

import socket
import time
from multiprocessing import get_context

HEADERS_END = b"\r\n\r\n"


class Refused(RuntimeError):
    """The server answered something else than 200."""


def request_bytes(path: str, *, cookie: str = "") -> bytes:
    """Return a request as a proxy would hand it on."""
    lines = [f"GET {path} HTTP/1.1", "Host: saboq.example", "X-Forwarded-Proto: https", "Accept-Encoding: gzip"]
    lines += [f"Cookie: {cookie}"] if cookie else []
    return "\r\n".join([*lines, "", ""]).encode()


def one(connection: socket.socket, request: bytes) -> bool:
    """Send a request and read its answer; return whether the connection stays.

    Raises:
        Refused: for an answer that is not 200.
    """
    connection.sendall(request)
    answer = b""
    while HEADERS_END not in answer:
        part = connection.recv(65_536)
        if not part:
            raise Refused("the server closed the connection")
        answer += part
    head, _, body = answer.partition(HEADERS_END)
    if not head.startswith(b"HTTP/1.1 200"):
        raise Refused(head.decode("latin-1"))
    lower = head.lower()
    if b"content-length:" not in lower:
        raise Refused("the answer does not say how long it is")
    missing = int(lower.partition(b"content-length:")[2].partition(b"\r\n")[0]) - len(body)
    while missing > 0:
        missing -= len(connection.recv(min(missing, 262_144)))
    return b"connection: close" not in lower


def _client(port: int, request: bytes, seconds: float, results) -> None:
    done, connection = 0, None
    try:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            connection = connection or socket.create_connection(("127.0.0.1", port), timeout=30)
            if not one(connection, request):
                connection.close()
                connection = None
            done += 1
        results.put(done)
    except (Refused, OSError) as error:
        results.put(f"{type(error).__name__}: {error}")


def rate(port: int, request: bytes, *, seconds: float, connections: int = 4) -> float:
    """Return answers per second.

    Raises:
        Refused: if any connection met an error.
    """
    context = get_context("fork")
    results = context.Queue()
    clients = [
        context.Process(target=_client, args=(port, request, seconds, results), daemon=True)
        for _ in range(connections)
    ]
    started = time.monotonic()
    for client in clients:
        client.start()
    counts = [results.get(timeout=seconds + 60) for _ in clients]
    spent = time.monotonic() - started
    if problem := next((count for count in counts if isinstance(count, str)), None):
        raise Refused(problem)
    return sum(counts) / spent
