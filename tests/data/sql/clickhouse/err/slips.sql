f(a,)

a && b

amount AS total

a ? 1

a ^ 2

größe + 1

a BETWEEN
