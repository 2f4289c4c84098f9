-- Spark 4.3.0 refuses these
(SELECT a FROM t, WHERE b = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t, WHERE b.c)

-- Spark 4.3.0 refuses these
(SELECT a FROM t, WHERE f(b) = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t, WHERE b IN (1))

-- Spark 4.3.0 refuses these
(SELECT a FROM t, GROUP BY a)

-- Spark 4.3.0 refuses these
(SELECT a FROM t, ORDER BY 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t GROUP BY a, HAVING f(b) > 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t WHERE, b = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t WHERE, CAST(b AS DATE) = '2024-05-01')

-- Spark 4.3.0 refuses these
(SELECT a b FROM)

-- Spark 4.3.0 refuses these
(SELECT a b FROM WHERE c = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t ORDER BY a LIMIT)

-- Spark 4.3.0 refuses these
(SELECT a FROM t u WHERE.b = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t WHERE b AND .c = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t WHERE b = .c)

-- Spark 4.3.0 refuses these
(SELECT f() (ORDER BY a) FROM t)

-- Spark 4.3.0 refuses these
(SELECT f() OVER OVER (ORDER BY a) FROM t)

-- Spark 4.3.0 refuses these
(SELECT FROM a t WHERE b = 1)

-- Spark 4.3.0 refuses these
(SELECT c, FROM a t WHERE b = 1)

-- Spark 4.3.0 refuses these
(WITH AS p (SELECT 1) SELECT 1)

-- Spark 4.3.0 refuses these
(WITH p AS (SELECT 1) f(a) FROM p)

-- Spark 4.3.0 refuses these
(WITH p AS (SELECT 1) a FROM p)

-- Spark 4.3.0 refuses these
(SELECT a FROM t *, u)

-- Spark 4.3.0 refuses these
(SELECT csae WHEN a)

-- Spark 4.3.0 refuses these
(SELECT a FROM t LEFFT OUTER JOIN u)
