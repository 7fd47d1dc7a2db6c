"""Turns the LinkML schema into the files the service reads."""
