a && b

name = 'x

r'abc

a ? 1 : 2

DATE_SUB(a, 1 MONTH)
