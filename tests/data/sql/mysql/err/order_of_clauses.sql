-- MariaDB 10.11.19 refuses these
(SELECT a WHERE b = 1 FROM t)

-- MariaDB 10.11.19 refuses these
(SELECT a FROM t GROUP BY b WHERE c)

-- MariaDB 10.11.19 refuses these
(SELECT a FROM t WHERRE b IN (1, 2))

-- MariaDB 10.11.19 refuses these
(SELECT a UNION * FROM t)

-- MariaDB 10.11.19 refuses these
(SELECT a FROM AS t)

-- MariaDB 10.11.19 refuses these
FALSE (0, 1)
