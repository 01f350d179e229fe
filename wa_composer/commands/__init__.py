"""The verbs of the command line, one module each: its arguments, and what it does.

A module here imports at its top only what every verb needs; the rest comes when the verb runs,
so that `wa-composer log` starts no Qt and `wa-composer check` no HTTP library.
"""
