amount

orders.amount

1 + 2 * -amount

NOT (a = 1 AND b <> 2) OR c IS NOT NULL

a NOT BETWEEN 1 AND 2 AND b

a NOT IN (1, 2)

a LIKE 'x%' ESCAPE '!'

CASE a WHEN 1 THEN 'one' ELSE 'other' END

CASE WHEN a > 1 THEN b END

CAST(a AS numeric(10, 2))

EXTRACT(YEAR FROM created_at)

TRIM(BOTH ' ' FROM name)

DATE '2024-01-01'

(a, b) = (1, 2)

EXISTS (SELECT 1 FROM t WHERE t.id = orders.id)

a = ANY (SELECT b FROM t)

f()

COUNT(*)

COUNT(DISTINCT a)

date + timestamp + user_name + value

current_date - 7

((((a))))
