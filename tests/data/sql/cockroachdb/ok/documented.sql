((1, 'a') AS x, y)

a = ANY b

a > ALL ARRAY[1, 2]
