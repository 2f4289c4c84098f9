-- DuckDB 2.0.1
cume_dist(ORDER BY qty DESC) OVER (PARTITION BY region ORDER BY day)

-- DuckDB 2.0.1
list[1:-:2]

-- DuckDB 2.0.1
ntile(4 ORDER BY a) OVER ()

-- DuckDB 2.0.1
*COLUMNS('a')

-- DuckDB 2.0.1
sum(a) EXPORT_STATE

-- DuckDB 2.0.1
interval(a)

-- DuckDB 2.0.1
operator(a)

-- DuckDB 2.0.1
a.cast(b)
