"""A PulseAudio of the test's own, with a sink that plays to nowhere and can be listened to."""

import os
import signal
import subprocess
import time
from pathlib import Path

from rigs.hearing import Recorder, wait_for

SINK = "rig"


class SoundServer:
    """Runs from :meth:`start` to :meth:`stop`; everything of it lies in ``folder``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._socket = folder / "native"
        self.env = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "PULSE_SERVER": f"unix:{self._socket}",
            "PULSE_COOKIE": str(folder / "cookie"),
            "PULSE_SINK": SINK,
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        self._listeners: list[subprocess.Popen[bytes]] = []
        (folder / "asound.conf").write_text(_ALSA)

    def start(self) -> None:
        """Start the server and wait until it works in small steps."""
        self._server = self._run("pulseaudio", "-n", "-F", str(self._script()), *_FLAGS)
        wait_for(self._answers)
        self._settle()

    def stop(self) -> None:
        """End the server, frozen or not."""
        for process in (*self._listeners, self._server):
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()

    def freeze(self) -> None:
        """The server stops answering."""
        self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """The server goes on."""
        self._server.send_signal(signal.SIGCONT)

    def remove_sink(self) -> None:
        """The device is unplugged."""
        self.control("unload-module", "module-null-sink")

    def add_sink(self) -> None:
        """The device is plugged in again."""
        self.control("load-module", *_SINK.split())
        self.control("set-default-sink", SINK)
        self._listen()

    def recorder(self) -> Recorder:
        """Hears what the sink plays."""
        return Recorder(self.env, f"{SINK}.monitor")

    def control(self, *command: str) -> str:
        """What the server answers to a command of ``pactl``."""
        asked = ["pactl", *command]
        return subprocess.run(
            asked, env=self.env, check=True, capture_output=True, text=True
        ).stdout

    def _settle(self) -> None:
        # A null sink works in blocks of 2 s until somebody listens who is in a hurry.
        self._listen()
        time.sleep(2.2)

    def _modules(self) -> tuple[str, ...]:
        return (_SINK,)

    def _listen(self) -> None:
        command = ("parec", f"--device={SINK}.monitor", "--raw", "--latency-msec=5")
        self._listeners.append(self._run(*command))

    def _answers(self) -> bool:
        asked = subprocess.run(["pactl", "info"], env=self.env, capture_output=True, check=False)
        return asked.returncode == 0

    def _script(self) -> Path:
        script = self._folder / "rig.pa"
        script.write_text(
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={self._socket}\n"
            + "".join(f"load-module {module}\n" for module in self._modules())
            + f"set-default-sink {SINK}\n"
        )
        return script

    def _run(self, *command: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            command,
            env=self.env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )


_SINK = f"module-null-sink sink_name={SINK} rate=48000 format=s16le norewinds=1"
_ALSA = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
"""Programs that know ALSA alone are led to the server, too."""

_FLAGS = (
    "--daemonize=no",
    "--exit-idle-time=-1",
    "--use-pid-file=no",
    "--realtime=no",
    "--high-priority=no",
)
