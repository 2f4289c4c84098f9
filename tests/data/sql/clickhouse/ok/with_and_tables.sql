-- ClickHouse 26.9.2.1 accepts these
(WITH 1 SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH x, y AS z SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH 1 AS x, SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH a(b) AS (SELECT 1) SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH 1 AS x FROM t SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH a AS MATERIALIZED (SELECT 1) SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH RECURSIVE a AS (SELECT 1), b AS (SELECT 2) SELECT 1)

-- ClickHouse 26.9.2.1 accepts these
(WITH a AS ((SELECT 1) UNION ALL (SELECT 2)) SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH a AS (FROM t SELECT 1) FROM a SELECT 2)

-- ClickHouse 26.9.2.1 accepts these
(WITH a AS (EXPLAIN SELECT 1) SELECT 1)

-- ClickHouse 26.9.2.1 accepts these
(WITH (SELECT 1) AS x SELECT x)

-- ClickHouse 26.9.2.1 accepts these
(WITH (a, b) -> a + b AS f SELECT f(1, 2))

-- ClickHouse 26.9.2.1 accepts these
(WITH CASE WHEN 1 THEN 2 END AS x, INTERVAL 1 DAY AS y SELECT x)

-- ClickHouse 26.9.2.1 accepts these
(WITH x IN (1) SELECT 1)

-- ClickHouse 26.9.2.1 accepts these
(SELECT a FROM WHERE b LEFT JOIN c ON 1 = 1)

-- ClickHouse 26.9.2.1 accepts these
(SELECT a, limit)

-- ClickHouse 26.9.2.1 accepts these
(SELECT a WHEN, b THEN FROM t)

-- ClickHouse 26.9.2.1 accepts these
(SELECT TOP 5 WITH TIES a FROM t ORDER BY a)

-- ClickHouse 26.9.2.1 accepts these
(SELECT DISTINCT TOP 5 a FROM t)

-- ClickHouse 26.9.2.1 accepts these
(SELECT a.b FROM t OUTER JOIN u ON 1 = 1)
