"""The macro edition: buttons, ribbon and the VBA project behind them, made from text."""

from addin.vba.edition import macros

__all__ = ["macros"]
