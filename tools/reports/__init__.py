"""Reports as pages that anybody can open: what the talks reach, how long turns take, how people are heard.

``python -m tools.reports`` writes them into ``.work/reports/`` and prints what matters most. A page needs no script,
and loads nothing.
"""
