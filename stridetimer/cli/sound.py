"""The player of a session that is started from the command line."""

from stridetimer.places import sound_log
from stridetimer.sound.player import Player


def new_player(*, mute: bool = False) -> Player:
    """A player that is ready to play."""
    player = Player(mute=mute, log=sound_log())
    player.start()
    return player
