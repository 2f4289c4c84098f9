a:::int

f(x)[1]

a // 2

IFERROR(1 / a, 0)

a IN (1, 2,)
