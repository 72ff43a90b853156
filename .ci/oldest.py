"""Prints the lower bound of every ordinary dependency as a pip constraint."""

import re
import tomllib
from pathlib import Path

project = tomllib.loads(Path("pyproject.toml").read_text())["project"]
for dependency in project["dependencies"]:
    name, bound = re.match(r"([\w-]+)>=([\w.]+)", dependency).groups()
    print(f"{name}=={bound}")
