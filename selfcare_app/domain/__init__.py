"""The rules: pure functions and frozen values; standard library only, the clock passed in."""
