"""A headless Chromium, driven by the W3C's WebDriver protocol over plain HTTP."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "ArrowUp": "\ue013", "ArrowRight": "\ue014",
        "Tab": "\ue004", "Space": "\ue00d", "Backspace": "\ue003", "End": "\ue010"}
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
PATIENCE = 20


class Browser:
    """One window. Elements are named by CSS selectors, and waited for."""

    def __init__(self, folder: Path) -> None:
        command = [DRIVER, "--port=0"]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = next(line for line in self.process.stdout if "started successfully on port" in line)
        self.url = f"http://127.0.0.1:{line.rstrip('.').rsplit('port ', 1)[1].strip().rstrip('.')}"
        options = {"binary": CHROMIUM, "args": ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-proxy-server",
                                                "--disable-dev-shm-usage", f"--user-data-dir={folder}"]}
        made = self.send("POST", "/session", {"capabilities": {"alwaysMatch": {
            "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}}})
        self.url += f"/session/{made['sessionId']}"

    def send(self, method: str, path: str, body: object = None) -> object:
        """One command's value; AssertionError with the driver's words where it fails."""
        content = json.dumps({} if body is None else body).encode() if method == "POST" else None
        request = Request(self.url + path, data=content, method=method, headers={"Content-Type": "application/json"})
        try:
            with urlopen(request, timeout=60) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            raise AssertionError(error.read().decode()) from None

    def close(self) -> None:
        self.send("DELETE", "")
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()

    def open(self, url: str) -> None:
        self.send("POST", "/url", {"url": url})

    def resize(self, width: int, height: int) -> None:
        """A window of a desk."""
        self.tell("Emulation.clearDeviceMetricsOverride")
        self.send("POST", "/window/rect", {"width": width, "height": height})

    def become_phone(self, width: int, height: int) -> None:
        """A phone's screen, which may be narrower than any window."""
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=2, mobile=True)

    def tell(self, command: str, **facts: object) -> object:
        """A command of Chromium's own."""
        return self.send("POST", "/goog/cdp/execute", {"cmd": command, "params": facts})

    def run(self, script: str, *arguments: object) -> object:
        """What a script returns."""
        return self.send("POST", "/execute/sync", {"script": script, "args": list(arguments)})

    def until(self, look: Callable[[], object], wanted: Callable[[object], bool]) -> object:
        """What is seen once it is as wanted."""
        end = time.monotonic() + PATIENCE
        while not wanted(seen := look()):
            assert time.monotonic() < end, f"still {seen!r}"
            time.sleep(0.05)
        return seen

    def texts(self, selector: str, wanted: Callable[[list], bool] = bool) -> list[str]:
        """The texts of the elements, once they are as wanted (any, if nothing is said)."""
        script = "return [...document.querySelectorAll(arguments[0])].map((one) => one.innerText.trim())"
        return self.until(lambda: self.run(script, selector), wanted)

    def element(self, selector: str) -> str:
        """The path of one element, once it is there."""
        self.texts(selector)
        found = self.send("POST", "/element", {"using": "css selector", "value": selector})
        return f"/element/{found[ELEMENT]}"

    def click(self, selector: str) -> None:
        try:
            self.send("POST", self.element(selector) + "/click")
        except AssertionError as error:
            if "stale element" not in str(error):
                raise
            self.click(selector)

    def type(self, selector: str, text: str) -> None:
        self.send("POST", self.element(selector) + "/value", {"text": text})

    def press(self, *keys: str) -> None:
        """Keys on whatever has the focus."""
        actions = [{"type": kind, "value": KEYS.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.send("POST", "/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def complaints(self) -> list[str]:
        """What the page wrote to the console as an error or a warning since the last call."""
        found = self.send("POST", "/se/log", {"type": "browser"})
        return [line["message"] for line in found if line["level"] in ("SEVERE", "WARNING")]

    def picture(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.send("GET", "/screenshot")))
