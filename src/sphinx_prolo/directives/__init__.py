"""Directives, one file each: a record comes in, ordinary docutils nodes go out."""
