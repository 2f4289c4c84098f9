-- DuckDB 2.0.1
list_string_agg(names)

-- DuckDB 2.0.1
mad(qty)

-- DuckDB 2.0.1
argmax(name, qty)

-- DuckDB 2.0.1
arg_min_null(a, b)

-- DuckDB 2.0.1
kahan_sum(qty)

-- DuckDB 2.0.1
sem(qty)
