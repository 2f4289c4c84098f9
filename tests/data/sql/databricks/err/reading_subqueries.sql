-- Spark 4.3
(SELECT endswith(x'53' x x'53'))

-- Spark 4.3
(SELECT base64()'Spark')

-- Spark 4.3
(SELECT max(a) FROM VALUES (), (1) AS t(a))

-- Spark 4.3
(SELECT a FROM VALUES (1) (2) AS t(a))

-- Spark 4.3
(SELECT a FROM orders AS AS o)

-- Spark 4.3
(SELECT a AS b 'c' FROM orders)
