"""The command line: commands, exit codes, plain and JSON output.

Everything heavy is imported where it is used, so that each command costs what it needs.
"""
