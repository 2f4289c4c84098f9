-- MariaDB 10.11
(SELECT a FROM orders WHERE b < NULL NULL)

-- MariaDB 10.11
(SELECT a AS AS b FROM orders)

-- MariaDB 10.11
(SELECT * orders)

-- MariaDB 10.11
(SELECT a FROM orders GROUP, BY a)

-- MariaDB 10.11
(SELECT a FROM orders LIMIT, 2)

-- MariaDB 10.11
EXISTS (a)

-- MariaDB 10.11
(SELECT a FROM orders, LEFT JOIN t ON 1)

-- MariaDB 10.11
MATCH a, AGAINST ('x')
