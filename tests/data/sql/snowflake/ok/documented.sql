LIKE(a, 'x%')

ILIKE(a, 'x%')

{orders.*}

CAST(a AS OBJECT(x INT) RENAME FIELDS)
