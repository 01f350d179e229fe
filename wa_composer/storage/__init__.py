"""What stays: the files, the log and the keyring of one user on one computer.

Nothing here knows the network, Qt or the form; each part gets the folder it works in.
"""
