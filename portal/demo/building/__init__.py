"""Builds the demo organizations through the actions people use; the same day gives the same content."""

from .build import build_demo

__all__ = ["build_demo"]
