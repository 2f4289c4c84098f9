-- Spark 4.3.0 refuses this
CASE WHEN a THEN END

-- Spark 4.3.0 refuses this
a + AND b

-- Spark 4.3.0 refuses this
a = WHERE b

-- Spark 4.3.0 refuses this
(SELECT , a FROM t)

-- Spark 4.3.0 refuses this
(SELECT a FROM t WHERE AND b)

-- Spark 4.3.0 refuses this
(SELECT a FROM t WHERE a = GROUP BY b)

-- Spark 4.3.0 refuses this
EXTRACT(YEAR FROM a AND)

-- Spark 4.3.0 refuses this
SUM(a) OVER (ORDER ORDER BY b)

-- Spark 4.3.0 refuses this
f(a AND)

-- Spark 4.3.0 refuses this
RANK() OVER (ORDER BY SUM(a) DESC DESC)
