"""Small widgets without knowledge of messages: cards, fields, segmented control, icons."""
