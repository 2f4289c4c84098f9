-- MariaDB 10.11.19 accepts these
t.$1

-- MariaDB 10.11.19 accepts these
(SELECT a FROM t1 STRAIGHT_JOIN t2 AS u LEFT JOIN t3 ON u.id = t3.id STRAIGHT_JOIN t4 WHERE a)

-- MariaDB 10.11.19 accepts these
(SELECT a FROM t FORCE INDEX FOR ORDER BY (b) WHERE c = 'x' ORDER BY a)

-- MariaDB 10.11.19 accepts these
(SELECT a FROM t LOCK IN SHARE MODE)
