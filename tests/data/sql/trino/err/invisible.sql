a +​ b

a + b
