"""A screen saver on a message bus, which writes down how it is held.

Arguments: the address of the bus, and the file to write to.
"""

import sys

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call, new_method_return
from jeepney.io.blocking import open_dbus_connection

bus = open_dbus_connection(sys.argv[1])
NAME = "org.freedesktop.ScreenSaver"
DAEMON = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
bus.send_and_get_reply(new_method_call(DAEMON, "RequestName", "su", (NAME, 0)))
gone = MatchRule(type="signal", sender=message_bus.bus_name, member="NameOwnerChanged")
bus.send_and_get_reply(new_method_call(DAEMON, "AddMatch", "s", (gone.serialise(),)))

held: dict[str, int] = {}
cookie = 0
with open(sys.argv[2], "a", encoding="utf-8", buffering=1) as log:
    while True:
        message = bus.receive()
        fields = {key.name: value for key, value in message.header.fields.items()}
        member, sender = fields.get("member"), fields.get("sender")
        if member == "Inhibit":
            cookie += 1
            held[sender] = cookie
            log.write(f"Inhibit {cookie}\n")
            bus.send(new_method_return(message, "u", (cookie,)))
        elif member == "UnInhibit":
            held.pop(sender, None)
            log.write(f"UnInhibit {message.body[0]}\n")
            bus.send(new_method_return(message))
        elif member == "NameOwnerChanged" and message.body[0] in held and not message.body[2]:
            log.write(f"gone {held.pop(message.body[0])}\n")
