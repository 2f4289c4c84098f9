-- Trino grammar (dt-sql-parser 4.5)
(SELECT a FROM orders WHERE b 1)

-- Trino grammar (dt-sql-parser 4.5)
(SELECT f(a b) FROM orders)

-- Trino grammar (dt-sql-parser 4.5)
(WITH t AS SELECT (1 AS a) SELECT a FROM t)

-- Trino grammar (dt-sql-parser 4.5)
(SELECT a FROM orders GROUP a)

-- Trino grammar (dt-sql-parser 4.5)
(SELECT TABLE_NAME FROM s s.orders WHERE a = 1)
