-- DuckDB 2.0.1
list_transform(items, lambda "x y": "x y" * 2)

-- DuckDB 2.0.1
items[:-:-1]

-- DuckDB 2.0.1
list_sum([*COLUMNS('q[0-9]')])
