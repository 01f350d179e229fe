"""The only stateful middle: what is being written, what is being sent, and with which key."""
