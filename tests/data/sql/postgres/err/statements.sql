SELECT amount FROM orders

amount FROM orders

amount; DROP TABLE orders

amount;

amount AS total

amount, discount

WHERE a > 1

amount ORDER BY 1

1 UNION SELECT 2

WITH t AS (SELECT 1) SELECT * FROM t

a AS

SUM(SELECT 1)

GROUP BY status

WHERE total > 1
