-- SingleStore documentation
a::?b

-- SingleStore documentation
a::%b + 1
