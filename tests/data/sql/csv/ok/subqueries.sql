-- DuckDB 2.0.1
(SELECT max(n) FROM t WHERE n! > 100)

-- DuckDB 2.0.1
(SELECT avg(qty) FROM orders TABLESAMPLE bernoulli(20%))

-- DuckDB 2.0.1
(SELECT a, b, FROM t)

-- DuckDB 2.0.1
(SELECT a FROM t, u, )

-- DuckDB 2.0.1
(SELECT a FROM t USING SAMPLE reservoir(50 ROWS) REPEATABLE (100))

-- DuckDB 2.0.1
(SELECT * FROM t GROUP BY ALL)
