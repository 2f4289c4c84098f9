-- Spark 4.3.0 accepts this and reads an alias
(SELECT a FROM t AS WHERE b = 1)

-- Spark 4.3.0 accepts this and reads an alias
(SELECT a FROM t AS WHERE b = 1 GROUP BY a)
