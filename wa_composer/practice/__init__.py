"""A local endpoint that behaves as the API is documented, so that trying things is safe."""
