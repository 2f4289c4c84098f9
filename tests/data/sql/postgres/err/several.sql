f(a,,b) + g(c d)

(a b) || (c,,d)
