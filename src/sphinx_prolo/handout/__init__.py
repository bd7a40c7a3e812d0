"""Handouts for print: a resolved document comes in, a sheet for the press goes out."""
