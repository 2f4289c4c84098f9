-- PostgreSQL 18.6 (libpg_query)
(select avg(a) filter (where not b) over (order by c) from t limit 1)

-- PostgreSQL 18.6 (libpg_query)
(select count(*) filter (where qty > 0) from orders)

-- PostgreSQL 18.6 (libpg_query)
(select max(id) from t where a operator(public.=) b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT sum(a) FILTER (WHERE (b)) OVER w FROM t WINDOW w AS (ORDER BY c))

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t ORDER BY a USING <, b)

-- PostgreSQL 18.6 (libpg_query)
(SELECT t.from, t.order, t.by FROM t WHERE t.and = 1)

-- PostgreSQL 18.6 (libpg_query)
EXISTS (SELECT FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a AS as FROM t)

-- PostgreSQL 18.6 (libpg_query)
(SELECT a FROM t by)
