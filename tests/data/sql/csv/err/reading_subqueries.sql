-- DuckDB 2.0
(SELECT 1 'abc' ILIKE '%a%')

-- DuckDB 2.0
(SELECT a AS b, c, AS d FROM orders)

-- DuckDB 2.0
(SELECT t1.x FROM t1 JOIN t2 ON t1.id = t2id. ORDER BY s)

-- DuckDB 2.0
EXISTS (TIMESTAMP 'a')

-- DuckDB 2.0
x = == 1

-- DuckDB 2.0
(SELECT a FROM FROM orders)

-- DuckDB 1.1, 1.4 and 2.0: DISTINCT requires at least one argument
COUNT(DISTINCT)
