"""The window: Qt widgets that show and edit messages; it sends nothing itself."""
