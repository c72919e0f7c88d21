"""Why: a request that is not even HTTP is answered by a problem too, as every other error."""

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from qpost.server.problems import PROBLEM_JSON, Problem, encode_problem


class ProblemProtocol(H11Protocol):
    """HTTP/1.1 whose own refusals keep the contract's shape."""

    def send_400_response(self, msg: str) -> None:
        """Refuse what could not be parsed, and close the connection."""
        body, headers = encode_problem(Problem("validation", msg))
        fields = [(name.encode(), value.encode()) for name, value in headers.items()]
        fields += [(b"content-type", PROBLEM_JSON.encode()), (b"connection", b"close")]
        fields.append((b"content-length", str(len(body)).encode()))
        self._send(h11.Response(status_code=422, headers=fields, reason=b"Unprocessable Content"))
        self._send(h11.Data(data=body))
        self._send(h11.EndOfMessage())
        self.transport.close()

    def _send(self, event: h11.Event) -> None:
        output = self.conn.send(event)
        if output:
            self.transport.write(output)
