"""Selfcare: a private, local-first habit tracker for people who care for people."""

__version__ = "0.1.0"
