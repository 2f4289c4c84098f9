-- PostgreSQL 18.6 accepts this
between

-- PostgreSQL 18.6 accepts this
between > 1

-- PostgreSQL 18.6 accepts this
a = between

-- PostgreSQL 18.6 accepts this
max(between)

-- PostgreSQL 18.6 accepts this
between BETWEEN 1 AND 2

-- PostgreSQL 18.6 accepts this
CASE WHEN between THEN between ELSE 1 END

-- PostgreSQL 18.6 accepts this
(SELECT between FROM t WHERE between = 1 ORDER BY between DESC)

-- PostgreSQL 18.6 accepts this
(SELECT a FROM t WHERE b = by GROUP BY by)
