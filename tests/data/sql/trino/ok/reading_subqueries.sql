-- Trino grammar (dt-sql-parser 4.5)
(SELECT offset FROM orders)

-- Trino grammar (dt-sql-parser 4.5)
(SELECT x FROM UNNEST(ARRAY[1, 2]) WITH ORDINALITY AS t(x, n))

-- Trino grammar (dt-sql-parser 4.5)
(SELECT a FROM orders GROUP BY GROUPING SETS ((a), (b)) ORDER BY a OFFSET 1 FETCH FIRST 1 ROW ONLY)

-- Trino grammar (dt-sql-parser 4.5)
(WITH t(a) AS (VALUES 1, 2) SELECT sum(a) FROM t TABLESAMPLE BERNOULLI (10))

-- Trino grammar (dt-sql-parser 4.5)
(SELECT x FROM TABLE(sequence(start => 1, stop => 2)))
