-- Spark 4.3.0 accepts these
(SELECT a FROM t, WHERE b)

-- Spark 4.3.0 accepts these
(SELECT a FROM t, WHERE f(b))

-- Spark 4.3.0 accepts these
(SELECT a FROM t GROUP BY a, HAVING (b))

-- Spark 4.3.0 accepts these
(SELECT a FROM t WHERE, b)

-- Spark 4.3.0 accepts these
(SELECT a FROM t WHERE, b WHERE c = 1)

-- Spark 4.3.0 accepts these
(SELECT a FROM, b c)

-- Spark 4.3.0 accepts these
(SELECT a FROM, b c FROM t)

-- Spark 4.3.0 accepts these
(SELECT a FROM WHERE b = 1)

-- Spark 4.3.0 accepts these
(SELECT a LIMIT)

-- Spark 4.3.0 accepts these
(SELECT a FROM t LIMIT)

-- Spark 4.3.0 accepts these
(SELECT f() (a, b) FROM t)

-- Spark 4.3.0 accepts these
(SELECT DISTINCT FROM t u)

-- Spark 4.3.0 accepts these
(WITH AS AS (SELECT 1) SELECT 1)

-- Spark 4.3.0 accepts these
(WITH AS (SELECT 1) SELECT 1)

-- Spark 4.3.0 accepts these
(WITH p AS (SELECT 1) MAP (a) USING 'x' FROM p)

-- Spark 4.3.0 accepts these
(WITH p AS (SELECT 1) TABLE p)

-- Spark 4.3.0 accepts these
(SELECT a WHEN, b THEN FROM t)

-- Spark 4.3.0 accepts these
(SELECT a FROM t OUTER JOIN u)
