"""The page of templates: the list, one of them in detail, its editor, what an import would do."""
