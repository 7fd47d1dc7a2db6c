"""The HTTP interface; the only place besides `asgi` that knows FastAPI."""
