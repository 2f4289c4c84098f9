‘a’

FROM t

‘a

a + ”

SUM(a) OVER (ORDER BY a, DESC)
