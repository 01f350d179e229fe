"""Connects the window to the services; with `app`, the only place that knows both."""
