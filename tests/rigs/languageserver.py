"""A client of the YAML language server, as an editor is one: JSON-RPC over its standard streams."""

import json
import os
import shutil
import subprocess
import threading
from collections.abc import Mapping
from pathlib import Path
from queue import Queue
from typing import Any

from rigs.needs import needs

PROGRAM = "yaml-language-server"
PATIENCE = 60.0
"""For any one answer, in seconds: a machine may stall."""

SETTINGS = {
    "yaml": {
        "validate": True,
        "hover": True,
        "completion": True,
        "yamlVersion": "1.2",
        "schemaStore": {"enable": False},
    },
    "http": {},
    "[yaml]": {},
}
"""As an editor has them that was told nothing; nothing is fetched from the network."""


def needs_server() -> None:
    """Skip the test where there is no language server; where all must be tested, fail it."""
    needs(PROGRAM)


class LanguageServer:
    """A running server, which sees the files of ``folder`` as open in an editor."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process = subprocess.Popen(
            [str(shutil.which(PROGRAM)), "--stdio"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "NODE_NO_WARNINGS": "1"},
        )
        self._answers = Queue[dict[str, Any]]()
        self._numbers = 0
        threading.Thread(target=self._listen, daemon=True).start()
        capabilities = {"workspace": {"configuration": True}}
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder.as_uri(), "capabilities": capabilities},
        )
        self._tell("initialized", {})

    def __enter__(self) -> "LanguageServer":
        return self

    def __exit__(self, *_: object) -> None:
        self.ask("shutdown", None)
        self._tell("exit", None)
        self._process.wait(PATIENCE)
        for stream in (self._process.stdin, self._process.stdout):
            assert stream
            stream.close()

    # -- what an editor does -------------------------------------------------------------------

    def open(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """Open files of these names and texts.

        Returns:
            What the server minds in each.
        """
        for name, text in texts.items():
            document = {"languageId": "yaml", "version": 1, "text": text}
            self._tell(
                "textDocument/didOpen", {"textDocument": {"uri": self._uri(name), **document}}
            )
        waiting = {self._uri(name) for name in texts}
        found = {}
        while waiting:
            message = self._next()
            if message.get("method") == "textDocument/publishDiagnostics":
                uri = message["params"]["uri"]
                waiting.discard(uri)
                found[uri] = message["params"]["diagnostics"]
        return {name: found[self._uri(name)] for name in texts}

    def complete(self, name: str, line: int, character: int) -> dict[str, str]:
        """What is offered at a place of an open file, both counted from 0: details by label."""
        answer = self._ask_at("textDocument/completion", name, line, character)
        return {item["label"]: _text(item.get("documentation")) for item in answer["items"]}

    def hover(self, name: str, line: int, character: int) -> str:
        """What is shown under the mouse."""
        answer = self._ask_at("textDocument/hover", name, line, character)
        return _text(answer["contents"]) if answer else ""

    def _ask_at(self, method: str, name: str, line: int, character: int) -> Any:
        place = {"line": line, "character": character}
        return self.ask(method, {"textDocument": {"uri": self._uri(name)}, "position": place})

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    # -- JSON-RPC ------------------------------------------------------------------------------

    def ask(self, method: str, params: object) -> Any:
        """Send a request.

        Returns:
            The result.
        """
        self._numbers += 1
        number = self._numbers
        self._send({"id": number, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def _next(self) -> dict[str, Any]:
        """The next message that is no question to the editor."""
        while True:
            message = self._answers.get(timeout=PATIENCE)
            if "method" not in message or "id" not in message:
                return message
            self._send({"id": message["id"], "result": _answer(message)})

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, object]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _listen(self) -> None:
        stream = self._process.stdout
        assert stream
        while header := stream.readline():
            if header.lower().startswith(b"content-length:"):
                length = int(header.split(b":")[1])
            elif not header.strip():
                self._answers.put(json.loads(stream.read(length)))


def _answer(question: dict[str, Any]) -> object:
    if question["method"] != "workspace/configuration":
        return None
    return [SETTINGS.get(item["section"]) for item in question["params"]["items"]]


def _text(content: Any) -> str:
    return content["value"] if isinstance(content, dict) else content or ""
