-- Spark 4.3.0 refuses these
(SELECT a WHERE b = 1 FROM t)

-- Spark 4.3.0 refuses these
(SELECT a FROM t ORDER BY b WHERE c)

-- Spark 4.3.0 refuses these
(SELECT a FROM t WEHRE b = 1)

-- Spark 4.3.0 refuses these
(SELECT a FROM t LEFT OUTER u ON a = b)

-- Spark 4.3.0 refuses these
(WITH a AS AS (SELECT 1) SELECT 2)

-- Spark 4.3.0 refuses these
(WITH a AS (SELECT 1) SELEECT 2)

-- Spark 4.3.0 refuses these
(SELECT a FROM t ORDER b, c)

-- Spark 4.3.0 refuses these
CSAT(a AS int)

-- Spark 4.3.0 refuses these
EXTARCT(day FROM a)
