"""The browser's own tongue (Chrome DevTools protocol) over a web socket: to open a page and to look at it, never to act in it."""
import base64
import json
import os
import socket
import struct
import time
import urllib.request
from pathlib import Path


class Devtools:
    """A conversation with the first page of the browser that keeps its profile in a folder."""

    def __init__(self, profile, patience=60):
        port, address = self._page(Path(profile), patience)
        self._socket = socket.create_connection(("127.0.0.1", port), patience)
        key = base64.b64encode(os.urandom(16)).decode()
        self._socket.sendall(f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                             f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode())
        self._stream, self._number = self._socket.makefile("rb"), 0
        while self._stream.readline().strip():
            pass

    @staticmethod
    def _page(profile, patience):
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                port = int((profile / "DevToolsActivePort").read_text().split()[0])
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=5) as answer:
                    page = next(page for page in json.load(answer) if page["type"] == "page")
                return port, "/" + page["webSocketDebuggerUrl"].split("/", 3)[3]
            except (OSError, IndexError, ValueError, StopIteration):
                time.sleep(0.05)
        raise RuntimeError("the browser does not answer")

    def call(self, method, **parameters):
        self._number += 1
        self._send(json.dumps({"id": self._number, "method": method, "params": parameters}).encode())
        while True:
            answer = json.loads(self._receive())
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]

    def evaluate(self, script):
        """The value of an expression in the page."""
        return self.call("Runtime.evaluate", expression=script, returnByValue=True)["result"].get("value")

    def _send(self, data):
        length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xfe" + struct.pack(">H", len(data)) if len(data) < 65536 else b"\xff" + struct.pack(">Q", len(data))
        # Masked with zeros: the protocol asks for a mask, not for a good one.
        self._socket.sendall(b"\x81" + length + b"\0\0\0\0" + data)

    def _receive(self):
        message, last = b"", False
        while not last:
            first, length = self._stream.read(2)
            last, length = first & 0x80, length & 0x7F
            if length == 126:
                length = struct.unpack(">H", self._stream.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self._stream.read(8))[0]
            message += self._stream.read(length)
        return message
