-- PostgreSQL 18: words of clauses are not columns
(SELECT a FROM t ORDER BY b DESC NULLS LAST FETCH FIRST 3 ROWS WITH TIES)

-- PostgreSQL 18: words of clauses are not columns
(SELECT a FROM t, LATERAL UNNEST(t.c) WITH ORDINALITY AS u GROUP BY GROUPING SETS ((a), ()) FOR UPDATE)

-- PostgreSQL 18: words of clauses are not columns
(SELECT sum(a) OVER (ORDER BY b GROUPS BETWEEN 2 PRECEDING AND 1 FOLLOWING EXCLUDE TIES) FROM t)

-- PostgreSQL 18: words of clauses are not columns
(SELECT max(a) FROM t WHERE b > TIMESTAMP '2024-01-01' AND c SIMILAR TO 'x' AND d IS JSON AND first = last)
