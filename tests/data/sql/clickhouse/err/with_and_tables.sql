-- ClickHouse 26.9.2.1 refuses these
(WITH a (SELECT 1 AS n), b AS (SELECT 2) SELECT 3)

-- ClickHouse 26.9.2.1 refuses these
(WITH a AS (SELECT 1) b AS (SELECT 2) SELECT 3)

-- ClickHouse 26.9.2.1 refuses these
(WITH a AS AS (SELECT 1) SELECT 2)

-- ClickHouse 26.9.2.1 refuses these
(WITH a AS (,SELECT 1) SELECT 2)

-- ClickHouse 26.9.2.1 refuses these
(WITH a AS (1) SELECT 2)

-- ClickHouse 26.9.2.1 refuses these
(WITH a AS (SELECT 1) n FROM a)

-- ClickHouse 26.9.2.1 refuses these
(WITH, RECURSIVE a AS (SELECT 1) SELECT 2)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM WHERE b = 1)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM WHERE b (c = 1) AND d > 5)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM HAVING f(a) > 1)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM GROUP BY a)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a b + 1 FROM t)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a b FROM)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t ORDER BY a LIMIT)

-- ClickHouse 26.9.2.1 refuses these
(SELECT DISTINCT FROM t u)

-- ClickHouse 26.9.2.1 refuses these
(SELECT TOP 5 FROM t u ORDER BY b)

-- ClickHouse 26.9.2.1 refuses these
(SELECT csae WHEN a)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a.b FROM t LEFFT OUTER JOIN u ON 1 = 1)

-- ClickHouse 26.9.2.1 refuses these
(SELECT a FROM t ALL UNION SELECT b FROM u)
