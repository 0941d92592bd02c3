"""Run-chart mathematics as pure functions of values: no Django, no queries, no clock.

One series: `run_chart.run_chart`. Many series at once, as arrays: `batch.run_charts`.
What a page may say about a chart: `headline.headline`.
"""
