"""A speech server that writes down what it is asked to say. The screen reader takes it for speech-dispatcher."""
import socket
import threading
import time

from record import Said
from ssip import Dialogue


class Voice:
    """Listens on a socket of its own; `SPEECHD_ADDRESS` leads the screen reader to it."""

    def __init__(self, path, record):
        self.path, self._record, self._clients = path, record, 0
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(path)
        self._socket.listen(8)
        threading.Thread(target=self._welcome, daemon=True).start()

    def _welcome(self):
        while True:
            client, _ = self._socket.accept()
            self._clients += 1
            threading.Thread(target=self._listen, args=(client, self._clients), daemon=True).start()

    def _listen(self, client, number):
        dialogue = Dialogue(lambda text, lang: self._record.add(Said(text, lang, time.monotonic())), number)
        try:
            with client, client.makefile("rb") as lines:
                for line in lines:
                    answer = dialogue.line(line.decode("utf-8", "replace").rstrip("\r\n"))
                    client.sendall("".join(part + "\r\n" for part in answer).encode())
                    if dialogue.over:
                        return
        except OSError:
            # The screen reader ended without taking leave.
            return
