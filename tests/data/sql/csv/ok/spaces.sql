a + b

a + b
