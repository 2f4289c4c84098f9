-- PostgreSQL 18 refuses these
(SELECT a WHERE b = 1 FROM t)

-- PostgreSQL 18 refuses these
(SELECT 1 SELECT 2)

-- PostgreSQL 18 refuses these
(SELECT a FROM t ORDER BY b WHERE c)

-- PostgreSQL 18 refuses these
(SELECT a FROM t FALSE)

-- PostgreSQL 18 refuses these
(SELECT a FROM t CROSS u)

-- PostgreSQL 18 refuses these
TO_DATE()'2024-01-01'

-- PostgreSQL 18 refuses these
csat('1' AS int)
