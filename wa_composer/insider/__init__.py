"""How a message travels: the request JSON, what people paste, and the HTTP client."""
