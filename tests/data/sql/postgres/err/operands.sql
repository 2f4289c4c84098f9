a +

* a

AND a

a OR

a + * b

a b

5 5

a 5

f(a) g(b)

a NOT 5

a IN 1, 2

a IN ()

a BETWEEN 1

a BETWEEN 1 OR 2

a LIKE

a IS

a IS greater

NOT

a::

::int

a.

1.2.3

10L

a = b = c

f(x)[1]

ANY(a)

a > ANY

a AT TIME ZONE

()

[a] + 1
