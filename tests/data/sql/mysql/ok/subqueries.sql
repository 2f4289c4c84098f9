-- MariaDB 10.11 and the MySQL manual
EXISTS (SELECT o.from, o.to FROM legs o)

-- MariaDB 10.11 and the MySQL manual
(SELECT STRAIGHT_JOIN a b FROM t)

-- MariaDB 10.11 and the MySQL manual
(SELECT SQL_NO_CACHE a b FROM t)
