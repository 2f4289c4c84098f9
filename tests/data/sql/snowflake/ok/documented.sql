LIKE(a, 'x%')

ILIKE(a, 'x%')

{orders.*}

CAST(a AS OBJECT(x INT) RENAME FIELDS)

DATE_PART(epoch_second, a) + DATEDIFF(qtr, b, c)

(WITH x AS (SELECT 1) SELECT * FROM x)
