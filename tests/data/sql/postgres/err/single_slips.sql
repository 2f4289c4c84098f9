f(x,, y)

random,()

(select a from from t)

a = ALL ALL (SELECT 1)

SUM(x) OVER (ORDER BY a, ASC)

CAST(a AS bigint,)

/* c */ VALUES ()

EXTRACT(FROM x)

COUNT(DISTINCT)

(SELECT a FROM t WHERE a = .b)

(SELECT a FROM t ORDER a)

a BETWEEN NOT 1 AND 2

a OPERATOR(pg_catalog.) b

timestamp with zone '2024-01-01'

NULLIF(TRIM(a) 'x')
