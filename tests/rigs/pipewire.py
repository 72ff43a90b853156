"""A PipeWire of the test's own, with a sink that plays to nowhere and can be listened to.

It takes no D-Bus: WirePlumber is only needed to connect streams with the sink, and to put a sink
to sleep that nobody uses.
"""

import os
import signal
import subprocess
from pathlib import Path

from rigs.hearing import Recorder, wait_for

SINK = "rig"


class PipeWire:
    """Runs from :meth:`start` to :meth:`stop`; everything of it lies in ``folder``."""

    def __init__(self, folder: Path, quantum: int = 1024, sleeps_after: int = 5) -> None:
        self._folder = folder
        config = folder / "config"
        self.env = {
            **os.environ,
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "XDG_CONFIG_HOME": str(config),
            "XDG_STATE_HOME": str(folder / "state"),
            "PIPEWIRE_RUNTIME_DIR": str(folder),
            "PULSE_RUNTIME_PATH": str(folder / "pulse"),
            "PULSE_SERVER": f"unix:{folder}/pulse/native",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        for name in ("DBUS_SESSION_BUS_ADDRESS", "PULSE_SINK", "PULSE_COOKIE"):
            self.env.pop(name, None)
        self._processes: list[subprocess.Popen[bytes]] = []
        folder.chmod(0o700)
        for name, text in _files(quantum, sleeps_after).items():
            path = config / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        (folder / "asound.conf").write_text(_ALSA)

    def start(self) -> None:
        """Start all of it and wait until it plays to the sink by itself."""
        self._run("pipewire")
        wait_for(lambda: self._asked("pw-cli", "info", "0"))
        self._run("wireplumber")
        wait_for(lambda: SINK in self._asked("pw-metadata", "0", "default.audio.sink"))
        self._run("pipewire-pulse")
        wait_for(lambda: SINK in self._asked("pactl", "info"))

    def stop(self) -> None:
        """End all of it, frozen or not."""
        for process in reversed(self._processes):
            process.send_signal(signal.SIGCONT)
            process.kill()
            process.wait()

    def freeze(self) -> None:
        """None of it answers any more."""
        for process in self._processes:
            process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """All of it goes on."""
        for process in self._processes:
            process.send_signal(signal.SIGCONT)

    def recorder(self) -> Recorder:
        """Hears what the sink plays."""
        return Recorder(self.env, f"{SINK}.monitor")

    def asleep(self) -> bool:
        """Whether its sink sleeps now."""
        return "SUSPENDED" in self._asked("pactl", "list", "short", "sinks")

    def _asked(self, *command: str) -> str:
        done = subprocess.run(
            command, env=self.env, capture_output=True, text=True, timeout=5, check=False
        )
        return "" if done.returncode else done.stdout

    def _run(self, program: str) -> None:
        with (self._folder / f"{program}.log").open("wb") as log:
            self._processes.append(
                subprocess.Popen(
                    [program], env=self.env, stdin=subprocess.DEVNULL, stdout=log, stderr=log
                )
            )


def _files(quantum: int, sleeps_after: int) -> dict[str, str]:
    return {
        "pipewire/pipewire.conf": _SERVER.replace("QUANTUM", str(quantum)),
        "wireplumber/main.lua.d/51-rig.lua": _NO_HARDWARE,
        "wireplumber/bluetooth.lua.d/51-rig.lua": "bluez_monitor.enabled = false\n",
    }


_ALSA = "pcm.!default { type pulse }\nctl.!default { type pulse }\n"

_SERVER = """
context.properties = {
    core.daemon = true
    core.name = pipewire-0
    default.clock.quantum = QUANTUM
    default.clock.min-quantum = QUANTUM
}
context.spa-libs = {
    audio.convert.* = audioconvert/libspa-audioconvert
    support.* = support/libspa-support
}
context.modules = [
    { name = libpipewire-module-protocol-native }
    { name = libpipewire-module-metadata }
    { name = libpipewire-module-spa-node-factory }
    { name = libpipewire-module-client-node }
    { name = libpipewire-module-access }
    { name = libpipewire-module-adapter }
    { name = libpipewire-module-link-factory }
    { name = libpipewire-module-session-manager }
]
context.objects = [
    { factory = adapter args = {
        factory.name = support.null-audio-sink
        node.name = rig
        media.class = Audio/Sink
        audio.position = [ FL FR ]
        audio.rate = 48000
        object.linger = true
        node.driver = true
        priority.driver = 30000
    } }
]
"""

_NO_HARDWARE = """
alsa_monitor.enabled = false
v4l2_monitor.enabled = false
libcamera_monitor.enabled = false
default_access.properties["enable-flatpak-portal"] = false
"""
