SUM(amount

((a)

a)

(a]

f(a, (b

COUNT(a) + [1
