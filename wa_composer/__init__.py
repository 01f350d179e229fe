"""WA Composer: write, preview and send WhatsApp messages through Insider One."""

__version__ = "0.1.0"
