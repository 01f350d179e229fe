"""Write WhatsApp messages, see them as the customer will, send them through Insider One."""

__version__ = "0.1.0"
