"""The first start: habits to choose, an import, and where everything lies."""
