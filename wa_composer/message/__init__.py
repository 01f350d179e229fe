"""What a message is: models, reading, checking. No Qt, no files, no network, no clock."""
