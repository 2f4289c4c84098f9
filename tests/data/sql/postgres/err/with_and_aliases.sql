-- PostgreSQL 18.6 refuses these
(WITH a AS (SELECT 1) SUM(b) FROM a)

-- PostgreSQL 18.6 refuses these
(WITH a AS (SELECT 1) n FROM a)

-- PostgreSQL 18.6 refuses these
(WITH RECURSIVE AS a (SELECT 1) SELECT 2)

-- PostgreSQL 18.6 refuses these
(SELECT a day FROM t)

-- PostgreSQL 18.6 refuses these
(SELECT a + INTERVAL '1' DAY DAY FROM t)

-- PostgreSQL 18.6 refuses these
(SELECT DISTINCT FROM t u)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t WHERE CAST(a AS DATE) '1')

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t OUTER JOIN u ON 1 = 1)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t LEFT OUTER OUTER JOIN u ON 1 = 1)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t LEFT JOIN OUTER u ON 1 = 1)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t ALL UNION SELECT b FROM u)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM t AND)

-- PostgreSQL 18.6 refuses these
(SELECT a FROM EXCEPT SELECT b FROM u)

-- PostgreSQL 18.6 refuses these
(SELECT csae WHEN a)
