-- DuckDB 2.0
$"my parameter"

-- DuckDB 2.0
(SELECT 1_)

-- DuckDB 2.0
MAP['a' => 1]

-- DuckDB 2.0
(SELECT {'a': *COLUMNS('x')} FROM orders)

-- DuckDB 2.0
(SELECT a FROM orders WHERE b = %c)

-- DuckDB 2.0
(SELECT t.x FROM (SELECT 1 AS x) AS t PIVOT (SUM(x) FOR x IN (1)))

-- DuckDB 2.0
(FROM orders SELECT a WHERE b = 1)

-- DuckDB 2.0
(SELECT x FROM unnest([1, 2]) AS t(x) ASOF JOIN u ON t.x >= u.x)

-- DuckDB 2.0
(SELECT 1 AS 'name')
